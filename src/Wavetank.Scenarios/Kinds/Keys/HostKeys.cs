using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of a host beside those of every device.</summary>
internal static class HostKeys
{
    internal static readonly ListOption<Destination> NameServers = new(
        "name-servers", ValueFormats.Device,
        "The hosts whose dns-server it asks for names, in this order; when absent, it knows every name of the network at once.");

    internal static readonly IReadOnlyList<Option> All = [NameServers, RouterKeys.Routes, .. TcpKeys.OfHosts];
}
