using Wavetank.Devices;
using Wavetank.Packets;

namespace Wavetank.Tests.Devices.Support;

/// <summary>Counts the packets that are sent into each link's direction: in total, and the ARP messages.</summary>
internal sealed class PacketCount : IPacketObserver
{
    private readonly Network _network;
    private readonly Dictionary<string, (int All, int Arp)> _sent = [];

    public PacketCount(Network network)
    {
        _network = network;
        network.Events.Subscribe(this);
    }

    /// <summary>All packets on the links whose path contains a text.</summary>
    public int On(string part) => _sent.Where(entry => entry.Key.Contains(part, StringComparison.Ordinal)).Sum(entry => entry.Value.All);

    public int ArpOn(string part) => _sent.Where(entry => entry.Key.Contains(part, StringComparison.Ordinal)).Sum(entry => entry.Value.Arp);

    public void OnPacket(in PacketEvent packetEvent)
    {
        if (packetEvent.Kind == PacketEventKind.Sent)
        {
            string path = _network.Events.Points[packetEvent.Point].Path;
            (int all, int arp) = _sent.GetValueOrDefault(path);
            _sent[path] = (all + 1, arp + (packetEvent.Packet.IsArp ? 1 : 0));
        }
    }
}
