using Wavetank.Scenarios.Kinds.Keys;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>tcp-echo-server</c>.</summary>
internal static class TcpEchoServer
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly ApplicationKind Kind = new(
        "tcp-echo-server",
        "Accepts TCP connections and sends back every byte that it receives.",
        [Port, .. TcpKeys.OfApplications],
        [Metrics.Count("Connections accepted."), Metrics.Bytes, Metrics.Errors, Metrics.Goodput, Metrics.Retransmissions],
        context => new Wavetank.Applications.TcpEchoServer(context.Options.Port(Port), TcpKeys.Read(context.Options)))
    {
        Counts = new CountedWords("connection", "connections"),
        IsServer = true,
    };
}
