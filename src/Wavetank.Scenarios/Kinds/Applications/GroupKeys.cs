using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Applications;

/// <summary>What the applications share that are members of a group.</summary>
internal static class GroupKeys
{
    internal static readonly ListOption<Destination> Members = new(
        "members", ValueFormats.Device, "The hosts and groups that take part, the same for each of them, its own among them or not.", isRequired: true);

    internal static readonly Option<long> Port = Option<long>.Required("port", ValueFormats.Port, "The port on which all of them listen.", SharedOptions.Ports);

    internal static readonly MetricKind Bytes = new("bytes", "Bytes sent.", MetricUnit.Size, Better.Neither);
}
