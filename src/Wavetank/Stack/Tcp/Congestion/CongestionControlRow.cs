namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>A row of <see cref="CongestionControlTable"/>.</summary>
/// <param name="Name">The name by which it is chosen.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="Create">Makes one for a connection.</param>
internal sealed record CongestionControlRow(string Name, string Summary, Func<CongestionControl> Create);
