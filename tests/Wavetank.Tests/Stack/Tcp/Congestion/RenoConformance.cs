namespace Wavetank.Tests.Stack.Tcp.Congestion;

public sealed class RenoConformance() : CongestionControlConformance("reno");
