using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Devices;

/// <summary>Plugs links in: who gets which addresses, and which switches make one segment.</summary>
internal sealed class Wiring
{
    private readonly AddressPlan _plan = new();
    private uint _stations;

    /// <summary>A new switch is a segment of its own.</summary>
    public void Add(Switch item) => new Segment(_plan).Add(item);

    /// <summary>Why a link between two devices cannot be; null if it can.</summary>
    public static string? WhyNot(Device first, Device second)
    {
        if (first == second || first.Network != second.Network)
        {
            return $"A link joins two different devices of this network, not {first} and {second}.";
        }

        return first is Switch one && second is Switch other && one.Segment == other.Segment
            ? $"The switches {first} and {second} are joined already, and switches have no spanning tree: a ring would pass packets on for ever."
            : null;
    }

    /// <summary>Plugs a link into two devices that <see cref="WhyNot"/> allows.</summary>
    public void Join(Link link, Device first, Device second)
    {
        switch (first, second)
        {
            case (IpDevice one, IpDevice other):
                (LinkAddresses firstAddresses, LinkAddresses secondAddresses) = _plan.TakeBlock();
                one.Plug(link, link.First, firstAddresses, other);
                other.Plug(link, link.Second, secondAddresses, one);
                break;
            case (Switch one, Switch other):
                one.Plug(link.First);
                other.Plug(link.Second);
                one.Segment.Absorb(other.Segment);
                break;
            case (Switch one, IpDevice other):
                one.Plug(link.First);
                PlugInto(one.Segment, other, link, link.Second);
                break;
            case (IpDevice one, Switch other):
                other.Plug(link.Second);
                PlugInto(other.Segment, one, link, link.First);
                break;
        }
    }

    private void PlugInto(Segment segment, IpDevice device, Link link, LinkEndpoint end)
    {
        DeviceInterface plugged = device.Plug(link, end, segment.TakeAddresses(), peer: null, MacAddress.Numbered(++_stations));
        plugged.Segment = segment;
        segment.Add(plugged);
    }
}
