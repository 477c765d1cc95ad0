using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Comparison;

/// <summary>What a row compares, worked out from the figures of a run.</summary>
/// <param name="Unit">What stands behind the number.</param>
/// <param name="MoreIsBetter">A rate is better when it is higher, a cost when it is lower.</param>
/// <param name="Of">The number.</param>
internal sealed record Measure(string Unit, bool MoreIsBetter, Func<Figures, double> Of)
{
    public static readonly Measure LinkPackets = new("link packets per CPU second", true, run => run["link_packets"] / run.CpuSeconds);
    public static readonly Measure Cpu = new("s", false, run => run.CpuSeconds);

    /// <summary>CPU time for each of what a figure counts.</summary>
    public static Measure MicrosecondsPer(string figure, string what) => new($"us per {what}", false, run => run.CpuSeconds * 1e6 / run[figure]);

    /// <summary>The same, in nanoseconds.</summary>
    public static Measure NanosecondsPer(string figure, string what) => new($"ns per {what}", false, run => run.CpuSeconds * 1e9 / run[figure]);

    /// <summary>A figure that is no time.</summary>
    public static Measure Figure(string figure, string unit) => new(unit, false, run => run[figure]);

    /// <summary>How many times as good the first is.</summary>
    public double Ratio(double ours, double theirs) => MoreIsBetter ? ours / theirs : theirs / ours;
}
