namespace Wavetank.Scenarios.Units.Draws;

/// <summary>What a distribution is of: how its parameters are written, and what one step of a draw is.</summary>
/// <param name="Units">The units of parameters.</param>
/// <param name="One">One parameter in words: <c>duration</c>.</param>
/// <param name="Step">Base units in a step.</param>
/// <param name="Resolve">What is wrong with a parameter that reads well, if anything is.</param>
internal sealed record DrawnQuantity(UnitSet Units, string One, long Step, Func<long, string?> Resolve)
{
    internal static readonly DrawnQuantity Durations = new(
        Duration.Units, "duration", Duration.Shortest.Nanoseconds, static value => new Duration(value).ResolutionProblem);

    internal static readonly DrawnQuantity Sizes = new(ByteSize.Units, "size", 1, static _ => null);

    /// <summary>Reads one value, in steps.</summary>
    internal bool TryParse(ReadOnlySpan<char> text, out long steps, out string? problem)
    {
        bool ok = Units.TryParse(text, out long value, out problem) && (problem = Resolve(value)) is null;
        steps = value / Step;
        return ok;
    }

    /// <summary>Steps as they are written.</summary>
    internal string Format(long steps) => Units.Format(steps * Step);
}
