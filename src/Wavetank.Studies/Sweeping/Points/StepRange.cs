using System.Globalization;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>
/// A range with steps, such as <c>10ms..50ms/10ms</c> (each 10 ms more), <c>1Mbps..16Mbps/x2</c> (each twice the one before) or, of whole
/// numbers, <c>1..5</c>.
/// </summary>
internal static class StepRange
{
    private const string Dots = "..";

    /// <summary>More values of one parameter are a slip of the finger.</summary>
    internal const int MostValues = 10_000;

    /// <summary>The values of a range, in order; null where the text is none, but a value as it stands.</summary>
    /// <exception cref="SweepException">It is a range that cannot be.</exception>
    internal static IReadOnlyList<string>? TryExpand(string text)
    {
        int dots = text.IndexOf(Dots, StringComparison.Ordinal);
        if (dots <= 0 || !Quantity.TryParse(text[..dots], out Quantity low))
            return null;
        int slash = text.IndexOf('/', dots);
        string end = slash < 0 ? text[(dots + Dots.Length)..] : text[(dots + Dots.Length)..slash];
        if (!Quantity.TryParse(end, out Quantity high))
            return null;
        if (low.Unit != high.Unit)
            throw new SweepException($"{Quoted.Text(text)} goes from one unit to another; write both ends in units of one quantity");
        if (high.Value < low.Value)
            throw new SweepException($"{Quoted.Text(text)} falls; write the lower end first");

        Func<decimal, decimal> next = NextOf(text, low, slash < 0 ? null : text[(slash + 1)..].Trim());
        var values = new List<string>();
        for (decimal value = low.Value; value <= high.Value; value = next(value))
        {
            if (values.Count == MostValues)
                throw new SweepException($"{Quoted.Text(text)} is more than {MostValues} values");
            if (low.IsWhole && value != decimal.Truncate(value))
                throw new SweepException($"{Quoted.Text(text)} does not come out even: {low.With(decimal.Truncate(value))} is not exact");
            values.Add(low.With(value).ToString());
        }

        return values;
    }

    private static Func<decimal, decimal> NextOf(string text, Quantity low, string? step)
    {
        if (step is null)
        {
            return low.Unit == QuantityUnit.None && low.Value == decimal.Truncate(low.Value)
                ? value => value + 1
                : throw new SweepException($"{Quoted.Text(text)} has no step; write one such as {text}/{low} or {text}/x2");
        }

        if (step is ['x', ..] && decimal.TryParse(step.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal factor))
        {
            return factor > 1 && low.Value > 0
                ? value => value * factor
                : throw new SweepException($"{Quoted.Text(text)} never ends; a factor is more than 1, and the lower end more than 0");
        }

        if (!Quantity.TryParse(step, out Quantity more) || more.Unit != low.Unit)
            throw new SweepException($"{Quoted.Text(text)} has the step {Quoted.Text(step)}; write one in the unit of its ends, such as {low}, or a factor such as x2");
        return more.Value > 0 ? value => value + more.Value : throw new SweepException($"{Quoted.Text(text)} never ends: its step is 0");
    }
}
