using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>Reads <c>name(duration, …)</c> by the table of distributions.</summary>
internal static class DistributionParser
{
    internal static bool TryParse(ReadOnlySpan<char> text, out Distribution? value, out string? problem)
    {
        value = null;
        text = text.Trim();
        int open = text.IndexOf('(');
        if (open < 0)
            return TryParseConstant(text, out value, out problem);

        if (text[^1] != ')')
        {
            // YAML ends a value within { } at a comma, so this is mostly half of what was written.
            problem = $"{Quoted.Text(text)} lacks its closing parenthesis; within {{ }} a value with a comma needs quotes: \"uniform(5ms, 15ms)\"";
            return false;
        }

        string name = text[..open].TrimEnd().ToString();
        if (DistributionKinds.Table.Find(name) is not { } kind)
        {
            problem = DistributionKinds.Table.DescribeUnknown(name);
            return false;
        }

        return TryParseArguments(kind, text[(open + 1)..^1], out value, out problem);
    }

    private static bool TryParseConstant(ReadOnlySpan<char> text, out Distribution? value, out string? problem)
    {
        value = null;
        if (Duration.TryParse(text, out Duration duration, out problem))
        {
            value = new ConstantDistribution(duration);
            return true;
        }

        string word = text.ToString();
        if (DistributionKinds.Table.Find(word) is { } kind)
            problem = $"{Quoted.Text(text)} lacks its durations; write {kind.Form}";
        return false;
    }

    private static bool TryParseArguments(DistributionKind kind, ReadOnlySpan<char> text, out Distribution? value, out string? problem)
    {
        value = null;
        List<Duration> arguments = [];
        foreach (Range range in text.Split(','))
        {
            if (arguments.Count == kind.ParameterCount)
            {
                problem = $"{kind.Name} takes {Durations(kind)}; write {kind.Form}";
                return false;
            }

            if (!Duration.TryParse(text[range], out Duration argument, out problem))
            {
                problem = $"in {kind.Name}(…): {problem}";
                return false;
            }

            arguments.Add(argument);
        }

        if (arguments.Count < kind.ParameterCount)
        {
            problem = $"{kind.Name} takes {Durations(kind)}; write {kind.Form}";
            return false;
        }

        problem = kind.Check(arguments);
        if (problem is not null)
            return false;
        value = kind.Create(arguments);
        return true;
    }

    private static string Durations(DistributionKind kind) => kind.ParameterCount == 1 ? "one duration" : $"{kind.ParameterCount} durations";
}
