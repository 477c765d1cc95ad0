using System.Globalization;
using Wavetank.Scenarios.Units;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>A number with its unit, as a scenario's values are written: what can be divided into steps and drawn on an axis.</summary>
/// <param name="Value">In the base unit: nanoseconds, bits per second, bytes, a part of 1, or as written.</param>
/// <param name="Unit">The base unit.</param>
internal readonly record struct Quantity(decimal Value, QuantityUnit Unit)
{
    private const string PacketsWord = "packets";

    /// <summary>Reads a quantity out of a value; false where it is a word, a list, a mapping or a distribution.</summary>
    internal static bool TryParse(string text, out Quantity quantity)
    {
        quantity = default;
        text = text.Trim();
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]))
            return false;
        if (TryParseNumber(text, out decimal number))
            quantity = new Quantity(number, QuantityUnit.None);
        else if (text.EndsWith(PacketsWord, StringComparison.Ordinal) && TryParseNumber(text[..^PacketsWord.Length].TrimEnd(), out number))
            quantity = new Quantity(number, QuantityUnit.Packets);
        else if (Duration.TryParse(text, out Duration duration, out _))
            quantity = new Quantity(duration.Nanoseconds, QuantityUnit.Nanoseconds);
        else if (BitRate.TryParse(text, out BitRate rate, out _))
            quantity = new Quantity(rate.BitsPerSecond, QuantityUnit.BitsPerSecond);
        else if (ByteSize.TryParse(text, out ByteSize size, out _))
            quantity = new Quantity(size.Bytes, QuantityUnit.Bytes);
        else if (text.EndsWith('%') && Probability.TryParse(text, out Probability part, out _))
            quantity = new Quantity(part.Value, QuantityUnit.Part);
        else
            return false;
        return true;
    }

    /// <summary>Whether only whole numbers of the unit can be written.</summary>
    internal bool IsWhole => Unit is not (QuantityUnit.None or QuantityUnit.Part);

    /// <summary>The same unit, another value.</summary>
    internal Quantity With(decimal value) => this with { Value = value };

    /// <summary>The shortest exact way to write it, which a scenario takes.</summary>
    public override string ToString() => Unit switch
    {
        QuantityUnit.Nanoseconds => new Duration((long)Value).ToString(),
        QuantityUnit.BitsPerSecond => new BitRate((long)Value).ToString(),
        QuantityUnit.Bytes => new ByteSize((long)Value).ToString(),
        QuantityUnit.Part => new Probability(Value).ToString(),
        QuantityUnit.Packets => $"{Plain(Value)} {PacketsWord}",
        _ => Plain(Value),
    };

    // Not decimal's own "0.10": zeros behind the point say nothing.
    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static bool TryParseNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
