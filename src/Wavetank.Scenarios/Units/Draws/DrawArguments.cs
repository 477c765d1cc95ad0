namespace Wavetank.Scenarios.Units.Draws;

/// <summary>What stands between a distribution's parentheses.</summary>
internal sealed class DrawArguments(DrawnQuantity quantity, IReadOnlyList<object> values)
{
    /// <summary>A duration or size, in steps.</summary>
    internal long Steps(int index) => (long)values[index];

    internal decimal Number(int index) => (decimal)values[index];

    internal string File(int index) => (string)values[index];

    /// <summary>An argument as it is written.</summary>
    internal string Text(int index) => values[index] switch
    {
        long steps => quantity.Format(steps),
        decimal number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => (string)values[index],
    };

    public override string ToString() => string.Join(", ", Enumerable.Range(0, values.Count).Select(Text));
}
