using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Units.Draws;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Reads a name and how queries for it are treated: <c>www.example.org delay 3s failure servfail failure-rate 10%</c>.</summary>
internal static class NamedAnswerText
{
    private const string Example = "www.example.org delay 3s";
    private static readonly string[] Keys = ["delay", "failure", "failure-rate"];

    internal static bool TryParse(ReadOnlySpan<char> text, out NamedAnswer? value, out string? problem)
    {
        value = null;
        List<string> words = Split(text);
        if (words.Count < 3 || words.Count % 2 == 0)
        {
            problem = $"{Quoted.Text(text)} is not a name with pairs of a key and a value behind it; write one such as {Example}";
            return false;
        }

        if (!DnsText.TryParseName(words[0], out string? name, out problem))
            return false;

        var answer = new NamedAnswer(name!);
        for (int i = 1; i < words.Count; i += 2)
        {
            if (words.IndexOf(words[i], 1) is var first && first < i && first % 2 == 1)
            {
                problem = $"{Quoted.Text(words[i])} is there twice";
                return false;
            }

            if (!TrySet(ref answer, words[i], words[i + 1], out problem))
                return false;
        }

        if (answer is { FailureRate: not null, Failure: null })
        {
            problem = "failure-rate is of no use without failure";
            return false;
        }

        value = answer;
        return true;
    }

    private static bool TrySet(ref NamedAnswer answer, string key, string text, out string? problem)
    {
        switch (key)
        {
            case "delay":
                bool isDelay = ValueFormats.Distribution.TryParse(text, out Distribution? delay, out problem);
                answer = answer with { Delay = delay };
                if (isDelay && delay!.Draw is EmpiricalDraw)
                    problem = "a delay within an answer cannot be read from a file; write another distribution";
                return isDelay && problem is null;
            case "failure":
                bool isFailure = ValueFormats.DnsFailure.TryParse(text, out DnsFailureKind? failure, out problem);
                answer = answer with { Failure = failure };
                return isFailure;
            case "failure-rate":
                bool isRate = ValueFormats.Probability.TryParse(text, out Probability rate, out problem);
                answer = answer with { FailureRate = rate };
                return isRate;
            default:
                problem = $"{Quoted.Text(key)} is not known here{KnownNames.Tail(key, Keys)}";
                return false;
        }
    }

    /// <summary>Words at spaces, but not at those within parentheses.</summary>
    private static List<string> Split(ReadOnlySpan<char> text)
    {
        List<string> words = [];
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            bool isEnd = i == text.Length || (text[i] == ' ' && depth == 0);
            if (isEnd && i > start)
                words.Add(text[start..i].ToString());
            if (isEnd)
                start = i + 1;
            else
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        }

        return words;
    }
}
