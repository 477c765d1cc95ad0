namespace Wavetank.Tests.Stack.Tcp.Congestion;

public sealed class DctcpConformance() : CongestionControlConformance("dctcp");
