using System.Text.RegularExpressions;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Metrics;

/// <summary>
/// Chooses metrics by name. <c>client.errors</c> is that one, <c>client</c> and <c>client.round-trip</c> are all whose names begin with these
/// words, and <c>*</c> stands for any letters: <c>*.p99</c>.
/// </summary>
internal sealed class MetricPattern
{
    private readonly Regex _regex;

    internal MetricPattern(string text)
    {
        Text = text;
        string expression = string.Join(".*", text.Split('*').Select(Regex.Escape));
        _regex = new Regex($"^{expression}(\\..*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The pattern as written.</summary>
    internal string Text { get; }

    internal bool Matches(Metric metric) => Matches(metric.Name) || (metric.Alias is { } alias && Matches(alias));

    internal bool Matches(string name) => _regex.IsMatch(name);

    /// <summary>Says that it chooses nothing, and what there is.</summary>
    internal string DescribeNoMatch(IReadOnlyCollection<Metric> metrics)
    {
        string[] names = [.. metrics.Select(metric => metric.Name)];
        string hint = Suggestion.Hint(Text, names.Concat(names.Select(Subject).Distinct()));
        return $"{Quoted.Text(Text)} is not a metric of these runs{hint} (there are {string.Join(", ", names.Select(Subject).Distinct().Take(12).Select(subject => $"{subject}.*"))})";
    }

    private static string Subject(string name) => name.Split('.')[0];
}
