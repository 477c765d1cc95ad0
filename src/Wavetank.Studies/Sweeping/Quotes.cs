using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping;

/// <summary>Text that a user gave, fit for a message or a command.</summary>
internal static class Quotes
{
    internal static string Around(string text) => Quoted.Text(text);

    internal static string Plain(string text) => Quoted.Plain(text);

    /// <summary>A value as a list of values takes it: in quotes where a comma outside of brackets would cut it.</summary>
    internal static string AroundCommas(string value)
    {
        int depth = 0;
        foreach (char c in value)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (c == ',' && depth == 0)
                return $"\"{value}\"";
        }

        return value;
    }
}
