using Wavetank.Engine;
using Wavetank.Scenarios.Units.Draws;

namespace Wavetank.Scenarios.Units;

/// <summary>Durations drawn at random: <c>constant(10ms)</c>, <c>uniform(5ms, 15ms)</c>, <c>exponential(10ms)</c> and others.</summary>
/// <remarks>A plain duration stands for a constant.</remarks>
public sealed record Distribution : IReadsFile
{
    private readonly string _text;

    internal Distribution(Draw draw, string text)
    {
        Draw = draw;
        _text = text;
    }

    internal Draw Draw { get; private init; }

    internal bool IsZero => Draw is ConstantDraw { Value: 0 };

    /// <summary>Always the same duration.</summary>
    /// <param name="duration">The duration.</param>
    public static Distribution Constant(Duration duration) =>
        new(new ConstantDraw(duration.ToTimeSpan().Ticks), duration.ToString());

    /// <summary>Reads a distribution, or a plain duration as a constant.</summary>
    /// <param name="text">The text, for example <c>exponential(10ms)</c>.</param>
    /// <param name="value">The distribution; null when the result is false.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a distribution.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Distribution? value, out string? problem)
    {
        bool ok = DistributionParser.TryParse(text, DrawnQuantity.Durations, out Draw? draw, out string written, out problem);
        value = ok ? new Distribution(draw!, written) : null;
        return ok;
    }

    /// <summary>The next duration, to the 100 ns that timers have.</summary>
    /// <param name="random">The dice of whoever draws.</param>
    internal TimeSpan Next(RandomStream random) =>
        TimeSpan.FromTicks(Math.Min(Draw.Next(random), DrawnQuantity.Durations.Units.Maximum / Duration.Shortest.Nanoseconds));

    object IReadsFile.Load(string folder, out string? problem)
    {
        problem = null;
        return Draw is EmpiricalDraw empirical
            ? this with { Draw = empirical with { Values = EmpiricalFile.Read(DrawnQuantity.Durations, folder, empirical.File, out problem) } }
            : this;
    }

    /// <summary>The way it is written: <c>uniform(5ms, 15ms)</c>.</summary>
    public override string ToString() => _text;
}
