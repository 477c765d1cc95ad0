using System.Globalization;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>How many times as much, written <c>2.1</c>, kept exact as a decimal.</summary>
/// <param name="Value">0 or more.</param>
internal readonly record struct Factor(decimal Value) : IComparable<Factor>
{
    internal static bool TryParse(ReadOnlySpan<char> text, out Factor value, out string? problem)
    {
        text = text.Trim();
        bool isNumber = DecimalNumber.TryReadPrefix(text, out DecimalNumber number, out int length) && length == text.Length;
        value = isNumber ? new Factor(number.ToDecimal()) : default;
        problem = isNumber ? null : $"{Quoted.Text(text)} is not a number such as 2.1";
        return isNumber;
    }

    public int CompareTo(Factor other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.##########################", CultureInfo.InvariantCulture);
}
