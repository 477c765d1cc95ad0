using System.Globalization;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>A probability from 0 to 1, written <c>1%</c> or <c>0.01</c>, kept exact as a decimal.</summary>
/// <param name="Value">0 (never) to 1 (always).</param>
public readonly record struct Probability(decimal Value) : IComparable<Probability>
{
    /// <summary>Reads a probability: a percentage (<c>0.1%</c>) or a fraction of one (<c>0.001</c>). A bare <c>1</c> is refused: it may mean 1 % or always.</summary>
    /// <param name="text">The text, for example <c>1%</c>.</param>
    /// <param name="value">The exact value.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a probability.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Probability value, out string? problem)
    {
        value = default;
        text = text.Trim();
        bool isNumber = DecimalNumber.TryReadPrefix(text, out DecimalNumber number, out int length);
        ReadOnlySpan<char> rest = text[length..].TrimStart();
        bool isPercent = rest is "%";
        if (!isNumber || !(rest.IsEmpty || isPercent))
        {
            problem = text switch
            {
                [] => "is empty; write a probability such as 1% or 0.01",
                ['-', ..] => $"{Quoted.Text(text)} is negative; a probability is 0% to 100%",
                _ => $"{Quoted.Text(text)} is not a probability; write 1% or 0.01",
            };
            return false;
        }

        if (text is "1")
        {
            // One percent, or always? Both are near at hand, and they are a hundred times apart.
            problem = "\"1\" may mean 1% or always; write 1%, or 100% (or 1.0) for always";
            return false;
        }

        decimal fraction = number.ToDecimal(isPercent ? 2 : 0);
        if (fraction > 1)
        {
            problem = isPercent
                ? $"{Quoted.Text(text)} is more than 100%"
                : $"{Quoted.Text(text)} is more than 1; a probability is 0 to 1, or 0% to 100%{PercentHint(number)}";
            return false;
        }

        value = new Probability(fraction);
        problem = null;
        return true;
    }

    private static string PercentHint(DecimalNumber number)
    {
        decimal percent = number.ToDecimal();
        return percent <= 100 ? $" (did you mean {percent.ToString(CultureInfo.InvariantCulture)}%?)" : "";
    }

    /// <inheritdoc/>
    public int CompareTo(Probability other) => Value.CompareTo(other.Value);

    /// <summary>The probability as a percentage: <c>0.1%</c>.</summary>
    public override string ToString() => (Value * 100).ToString("0.##########################", CultureInfo.InvariantCulture) + "%";

    /// <summary>Orders by value.</summary>
    public static bool operator <(Probability left, Probability right) => left.Value < right.Value;

    /// <summary>Orders by value.</summary>
    public static bool operator >(Probability left, Probability right) => left.Value > right.Value;

    /// <summary>Orders by value.</summary>
    public static bool operator <=(Probability left, Probability right) => left.Value <= right.Value;

    /// <summary>Orders by value.</summary>
    public static bool operator >=(Probability left, Probability right) => left.Value >= right.Value;
}
