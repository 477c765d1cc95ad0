namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>udp-echo-server</c>.</summary>
internal static class UdpEchoServer
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly ApplicationKind Kind = new(
        "udp-echo-server",
        "Sends back every UDP datagram that it receives.",
        [Port],
        [Metrics.Count("Datagrams received."), Metrics.Bytes, Metrics.Errors, Metrics.Goodput],
        context => new Wavetank.Applications.UdpEchoServer(context.Options.Port(Port)))
    {
        Counts = new CountedWords("datagram", "datagrams"),
        IsServer = true,
    };
}
