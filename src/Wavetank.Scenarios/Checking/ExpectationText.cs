using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>An expectation cut into its words; whether they mean something is checked later.</summary>
/// <param name="Subject">The first word: a device, an application or a link.</param>
/// <param name="Metric">The second word.</param>
/// <param name="Statistic">The third word; null when there is none.</param>
/// <param name="OperatorText">The operator as written.</param>
/// <param name="Comparison">The operator.</param>
/// <param name="Value">What stands behind the operator.</param>
internal sealed record ExpectationText(
    string Subject, string Metric, string? Statistic, string OperatorText, Comparison Comparison, string Value)
{
    private const string Form = "write one such as client.round-trip.p99 < 400ms or client.errors == 0";

    // Two characters before one, so that <= is not read as <.
    private static readonly (string Text, Comparison Comparison)[] Operators =
    [
        ("<=", Comparison.LessOrEqual), (">=", Comparison.GreaterOrEqual), ("==", Comparison.Equal), ("!=", Comparison.NotEqual),
        ("<", Comparison.Less), (">", Comparison.Greater),
    ];

    internal static bool TryParse(string text, out ExpectationText? result, out string? problem)
    {
        result = null;
        int at = text.AsSpan().IndexOfAny("<>=!");
        if (at < 0)
        {
            problem = $"{Quoted.Text(text)} compares nothing; {Form} (operators: <, <=, >, >=, ==, !=)";
            return false;
        }

        (string sign, Comparison comparison) = Operators.FirstOrDefault(o => text.AsSpan(at).StartsWith(o.Text));
        if (sign is null)
        {
            problem = $"{Quoted.Text(text)} has no known operator{(text[at] == '=' ? "; write == for equal" : "")} (operators: <, <=, >, >=, ==, !=)";
            return false;
        }

        string[] words = text[..at].Trim().Split('.');
        string value = text[(at + sign.Length)..].Trim();
        if (words.Length is < 2 or > 3 || words.Any(w => w.Length == 0))
        {
            problem = $"{Quoted.Text(text[..at].Trim())} is not a subject and a metric joined by a dot; {Form}";
            return false;
        }

        result = new ExpectationText(words[0], words[1], words.Length == 3 ? words[2] : null, sign, comparison, value);
        problem = null;
        return true;
    }
}
