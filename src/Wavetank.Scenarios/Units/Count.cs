using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>A whole number of things, written with digits alone: <c>1000</c>.</summary>
/// <remarks>A parser without a type of its own: a count is a <see cref="long"/> or, for a seed, a <see cref="ulong"/>.</remarks>
internal static class Count
{
    internal static bool TryParse(ReadOnlySpan<char> text, out long value, out string? problem)
    {
        if (!TryParseUnsigned(text, out ulong number, out problem))
        {
            value = 0;
            return false;
        }

        value = (long)number;
        if (number > long.MaxValue)
            problem = $"{Quoted.Text(text)} is too much; at most {long.MaxValue}";
        return problem is null;
    }

    internal static bool TryParseUnsigned(ReadOnlySpan<char> text, out ulong value, out string? problem)
    {
        value = 0;
        text = text.Trim();
        if (text.IsEmpty)
            problem = "is empty; write a whole number such as 10";
        else if (text[0] == '-' && IsDigits(text[1..]))
            problem = $"{Quoted.Text(text)} is negative; write 0 or more";
        else if (!IsDigits(text))
            problem = $"{Quoted.Text(text)} is not a whole number; write digits alone, such as 10";
        else if (!ulong.TryParse(text, null, out value))
            problem = $"{Quoted.Text(text)} is too much; at most {ulong.MaxValue}";
        else
            problem = null;
        return problem is null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
