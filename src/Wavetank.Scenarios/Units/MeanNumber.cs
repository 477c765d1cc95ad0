using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>A number that need not be whole, such as a mean: <c>12</c>, <c>0.5</c>.</summary>
internal static class MeanNumber
{
    internal static bool TryParse(ReadOnlySpan<char> text, out decimal value, out string? problem)
    {
        text = text.Trim();
        bool isNumber = DecimalNumber.TryReadPrefix(text, out DecimalNumber number, out int length) && length == text.Length;
        value = isNumber ? number.ToDecimal() : 0;
        problem = isNumber ? null : $"{Quoted.Text(text)} is not a number; write one such as 12 or 0.5";
        return isNumber;
    }
}
