using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>
/// A device that joins links to one segment (IEEE 802.1D): it learns behind which port each station is, and sends a packet only there,
/// or everywhere where it does not know. It has no address and no queue of its own; packets wait before the links.
/// </summary>
/// <remarks>No spanning tree, no VLANs, no multicast snooping. Switches must not be joined in a ring: <see cref="Network.Connect(Device, Device, Links.LinkOptions?, string?)"/> refuses it.</remarks>
public sealed class Switch : Device
{
    private readonly List<SwitchPort> _ports = [];
    private readonly StationTable _stations;
    private readonly int _point;

    internal Switch(Network network, string name, int index)
        : base(network, name, index)
    {
        _point = network.Events.RegisterPoint(new PacketPoint($"switch/{name}"));
        _stations = new StationTable(network.Simulator);
    }

    /// <summary>Stations whose port it knows just now.</summary>
    public int KnownStations => _stations.Count;

    internal Segment Segment { get; set; } = null!;

    internal override string NextInterfaceName => $"port{_ports.Count + 1}";

    internal void Plug(LinkEndpoint end)
    {
        var port = new SwitchPort(this, end);
        end.Attach(port);
        _ports.Add(port);
    }

    /// <summary>Takes a packet that arrived at a port, and its ownership.</summary>
    internal void Receive(Packet packet, SwitchPort arrivedAt)
    {
        _stations.Learn(packet.LinkSource, arrivedAt);
        if (packet.LinkDestination.IsGroup || _stations.Find(packet.LinkDestination) is not { } port)
        {
            Flood(packet, arrivedAt);
        }
        else if (port == arrivedAt)
        {
            Network.Events.Drop(_point, packet, DropReason.FilteredByInterface);
        }
        else
        {
            port.Send(packet);
        }
    }

    internal void DropTooBig(Packet packet) => Network.Events.Drop(_point, packet, DropReason.TooBig);

    private void Flood(Packet packet, SwitchPort arrivedAt)
    {
        SwitchPort? last = null;
        foreach (SwitchPort port in _ports)
        {
            if (port == arrivedAt)
            {
                continue;
            }

            last?.Send(packet.Pool.RentCopy(packet));
            last = port;
        }

        if (last is null)
        {
            Network.Events.Drop(_point, packet, DropReason.FilteredByInterface);
        }
        else
        {
            last.Send(packet);
        }
    }
}
