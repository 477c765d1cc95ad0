namespace Wavetank.Compare.Comparison;

/// <summary>One workload at several sizes: what a unit of it costs as it grows, or what one idle thing takes.</summary>
/// <param name="Name">For <c>--only</c>.</param>
/// <param name="Title">What is done.</param>
/// <param name="Parameter">The parameter that grows.</param>
/// <param name="Sizes">Its values, the smallest first.</param>
/// <param name="Wavetank">A workload and its other parameters.</param>
/// <param name="Measure">What is compared.</param>
/// <param name="Bound">The most that is allowed: of the measure, or, if <paramref name="IsRelative"/>, of its ratio to the cheapest size.</param>
/// <param name="IsRelative">Whether sizes are compared with each other.</param>
internal sealed record GrowthRow(
    string Name, string Title, string Parameter, int[] Sizes, string Wavetank, Measure Measure, double Bound, bool IsRelative)
{
    public static readonly IReadOnlyList<GrowthRow> Rows =
    [
        new("hosts", "UDP packets between hosts around a router", "hosts", [10, 1000, 100_000], "busy-hosts", Measure.NanosecondsPer("link_packets", "link packet"), 2, true),
        new("connections", "Echoes of 64 bytes over connections between two hosts", "connections", [1, 10, 100, 1000, 10_000], "connections rounds=1000000", Measure.MicrosecondsPer("rounds", "round trip"), 2, true),
        new("idle-hosts", "Memory of an idle host with its link", "hosts", [1000, 100_000], "idle-hosts", Measure.Figure("bytes_per_host", "bytes"), 4096, false),
        new("idle-connections", "Memory of one end of an idle connection with its socket", "connections", [10_000], "connections rounds=10000", Measure.Figure("bytes_per_connection_end", "bytes"), 2048, false),
    ];

    /// <summary>The name of one size of it.</summary>
    public string NameOf(int size) => $"{Name}-{size}";
}
