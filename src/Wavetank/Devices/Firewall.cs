using Wavetank.Devices.Filtering;

namespace Wavetank.Devices;

/// <summary>
/// A router that lets pass what its rules allow, and what belongs to a flow that it let pass: answers, and ICMP errors about it. What is
/// for itself is not filtered.
/// </summary>
public sealed class Firewall : IpDevice
{
    private readonly PacketFilter _filter;

    internal Firewall(Network network, string name, int index, FirewallOptions options)
        : base(network, name, index, isForwarding: true)
    {
        Options = options;
        Stack.Ip.Hook = _filter = new PacketFilter(this, options);
    }

    /// <summary>What it lets pass.</summary>
    public FirewallOptions Options { get; }

    /// <summary>Flows that it follows just now.</summary>
    public int Flows => _filter.FlowCount;

    /// <summary>Forgets all flows, as a restart does. What belongs to one is dropped, unless it begins it anew.</summary>
    public void Forget() => _filter.Forget();
}
