using Wavetank.Stack.Tcp;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>BBR follows what the network delivers: a loss or a mark by itself says nothing to it.</summary>
public sealed class BbrConformance() : CongestionControlConformance("bbr")
{
    protected override bool ReducesOnLoss => false;

    protected override bool ReducesOnMarks => false;

    // It grows with what is delivered until it has a model: by the first ten segments.
    protected override int LargestUnusedWindow => 2 * TcpDefaults.InitialWindow;
}
