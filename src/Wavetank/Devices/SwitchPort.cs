using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>Where a link is plugged into a switch.</summary>
internal sealed class SwitchPort(Switch owner, LinkEndpoint end) : IPacketReceiver
{
    public void Send(Packet packet)
    {
        // A station behind a narrower link than the sender's never gets what is too large: a switch does not cut packets.
        if (packet.Length > Math.Max(end.Mtu, packet.Source.IsIPv4 || packet.IsArp ? 0 : Packet.IPv6MinimumLinkMtu))
        {
            owner.DropTooBig(packet);
            return;
        }

        end.Send(packet);
    }

    public void Receive(Packet packet) => owner.Receive(packet, this);
}
