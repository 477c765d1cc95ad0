using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Ip;

/// <summary>Who looks at what a forwarding device passes on, and may change or refuse it: address translation, a firewall.</summary>
internal interface IForwardingHook
{
    /// <summary>A packet from a link, before its way is found.</summary>
    /// <returns>The packet to go on with; null if the hook took it, and its ownership.</returns>
    Packet? Arrive(Packet packet, HostInterface arrivedAt);

    /// <summary>A packet of others, before it leaves.</summary>
    /// <returns>False if the hook took it, and its ownership.</returns>
    bool Leave(Packet packet, HostInterface arrivedAt, HostInterface leaving);

    /// <summary>A packet of the device's own, before it leaves.</summary>
    void SendOwn(Packet packet, HostInterface leaving);
}
