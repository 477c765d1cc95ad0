using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The row of <c>request-server</c>.</summary>
internal static class RequestServer
{
    internal static readonly Option<long> Port = SharedOptions.Port;

    internal static readonly Option<Distribution> Service = Option<Distribution>.WithDefault(
        "service", ValueFormats.Distribution, Distribution.Constant(new Duration(0)), "The time from a whole request to the first byte of its response.");

    internal static readonly ApplicationKind Kind = Row(
        "request-server",
        "Answers the requests of request-clients over TCP, each with as many bytes as it asks for.",
        "Responses handed to TCP whole.",
        new CountedWords("response", "responses"));

    /// <summary>A row of this server under a name of its own.</summary>
    internal static ApplicationKind Row(string name, string summary, string count, CountedWords words) => new(
        name,
        summary,
        [Port, Service, .. TcpKeys.OfApplications],
        [
            Metrics.Count(count),
            new MetricKind("bytes", "Bytes of requests received.", MetricUnit.Size, Better.Neither),
            Metrics.Errors,
            Metrics.Retransmissions,
        ],
        context => new Wavetank.Applications.Requests.RequestServer(
            context.Options.Port(Port), context.Draws(Service), TcpKeys.Read(context.Options)))
    {
        Counts = words,
        IsServer = true,
    };
}
