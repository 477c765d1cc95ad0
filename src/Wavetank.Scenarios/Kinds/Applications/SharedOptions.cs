using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>The options that applications share.</summary>
internal static class SharedOptions
{
    private const long MaxCount = 1_000_000_000;

    internal static readonly OrderedRange<long> Ports = new(1, 65535);

    internal static readonly OrderedRange<long> Counts = new(1, MaxCount);

    internal static readonly OrderedRange<Duration> Positive = new(Duration.Shortest);

    internal static readonly Option<Destination> To = Option<Destination>.Required(
        "to", ValueFormats.Endpoint, "The device and port to talk to.");

    internal static readonly Option<long> Port = Option<long>.Required(
        "port", ValueFormats.Port, "The port to listen on.", Ports);
}
