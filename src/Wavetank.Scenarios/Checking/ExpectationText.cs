using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>An expectation cut into its words; whether they mean something is checked later.</summary>
/// <param name="Subject">The first word: a device, an application or a link.</param>
/// <param name="Direction">The direction of a link, where the second word is one.</param>
/// <param name="Metric">The next word.</param>
/// <param name="Statistic">The last word; null when there is none.</param>
/// <param name="OperatorText">The operator as written.</param>
/// <param name="Comparison">The operator.</param>
/// <param name="Value">What stands behind the operator.</param>
internal sealed record ExpectationText(
    string Subject, LinkSide Direction, string Metric, string? Statistic, string OperatorText, Comparison Comparison, string Value)
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
        LinkSide direction = words.Length < 3 ? LinkSide.Both : SideOf(words[1]);
        string[] names = direction == LinkSide.Both ? words : [words[0], .. words[2..]];
        if (names.Length is < 2 or > 3 || words.Any(w => w.Length == 0))
        {
            problem = $"{Quoted.Text(text[..at].Trim())} is not a subject and a metric joined by a dot; {Form}";
            return false;
        }

        result = new ExpectationText(names[0], direction, names[1], names.Length == 3 ? names[2] : null, sign, comparison, value);
        problem = null;
        return true;
    }

    private static LinkSide SideOf(string word) =>
        word == LinkKeys.Forward.Name ? LinkSide.Forward : word == LinkKeys.Backward.Name ? LinkSide.Backward : LinkSide.Both;
}
