namespace Wavetank.Tests.Stack.Tcp.Congestion;

public sealed class CubicConformance() : CongestionControlConformance("cubic");
