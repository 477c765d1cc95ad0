using Wavetank.Devices;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of devices that follow flows.</summary>
internal static class FlowKeys
{
    internal static readonly Option<string> Outside = Option<string>.Optional(
        "outside", new ValueFormat<string>("interface", "eth0 for the device's first link, eth1 for the next, and so on", "eth0", RoutingText.TryParseInterface),
        "The interface that leads outside; eth0, that of the first link, when absent.");

    internal static readonly Option<Duration> UdpTimeout = Timeout("udp-timeout", 5 * 60, "a UDP flow");

    internal static readonly Option<Duration> TcpEstablishedTimeout = Timeout("tcp-established-timeout", 124 * 60, "an established TCP connection");

    internal static readonly Option<Duration> TcpTransitoryTimeout = Timeout("tcp-transitory-timeout", 4 * 60, "a TCP connection that is not established yet, or ends");

    internal static readonly Option<Duration> IcmpTimeout = Timeout("icmp-timeout", 60, "an ICMP query");

    internal static readonly Option<long> MaximumFlows = Option<long>.WithDefault(
        "maximum-flows", ValueFormats.Count, 65_536, "The most flows that are followed; what would begin one more is dropped.", new OrderedRange<long>(1, 10_000_000));

    internal static readonly IReadOnlyList<Option> All =
        [Outside, UdpTimeout, TcpEstablishedTimeout, TcpTransitoryTimeout, IcmpTimeout, MaximumFlows];

    internal static string OutsideOf(OptionValues values) => values.TryGet(Outside, out string? name) ? name! : "eth0";

    internal static FlowOptions ToOptions(OptionValues values) => new()
    {
        UdpTimeout = values.Get(UdpTimeout).ToTimeSpan(),
        TcpEstablishedTimeout = values.Get(TcpEstablishedTimeout).ToTimeSpan(),
        TcpTransitoryTimeout = values.Get(TcpTransitoryTimeout).ToTimeSpan(),
        IcmpTimeout = values.Get(IcmpTimeout).ToTimeSpan(),
        Maximum = (int)values.Get(MaximumFlows),
    };

    private static Option<Duration> Timeout(string name, long seconds, string what) => Option<Duration>.WithDefault(
        name, ValueFormats.Duration, new Duration(seconds * 1_000_000_000), $"How long {what} is remembered after its last packet.",
        new OrderedRange<Duration>(Duration.Shortest, new Duration(365L * 86_400 * 1_000_000_000)));
}
