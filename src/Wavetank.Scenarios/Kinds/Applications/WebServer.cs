using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>web-server</c>: a request-server by the name that pages and video have for it.</summary>
internal static class WebServer
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly Option<Distribution> Service = RequestServer.Service;

    internal static readonly ApplicationKind Kind = new(
        "web-server",
        "Serves the objects that web-clients and video-clients ask for, over TCP.",
        [Port, Service, .. TcpKeys.OfApplications],
        [
            Metrics.Count("Objects handed to TCP whole."),
            new MetricKind("bytes", "Bytes of requests received.", MetricUnit.Size),
            Metrics.Errors,
            Metrics.Retransmissions,
        ],
        context => new Wavetank.Applications.Requests.RequestServer(
            context.Options.Port(Port), context.Draws(Service), TcpKeys.Read(context.Options)))
    {
        Counts = new CountedWords("object", "objects"),
        IsServer = true,
    };
}
