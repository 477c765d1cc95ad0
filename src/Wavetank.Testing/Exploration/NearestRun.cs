using Wavetank.Recording.EventLog;

namespace Wavetank.Testing.Exploration;

/// <summary>The run that passes and differs least from one that fails, and the first packet event in which they differ.</summary>
/// <param name="What">How it was asked to differ, such as <c>without "crash: server" at 1500 ms</c>.</param>
/// <param name="Difference">Left: of the run that fails; right: of the one that passes. Null where all packets are the same.</param>
internal sealed record NearestRun(string What, EventDifference? Difference)
{
    public string Describe() => Difference?.DescribeInWords("fails", "passes") ?? "Every packet is the same in both; they part in what the programs do with them.";
}
