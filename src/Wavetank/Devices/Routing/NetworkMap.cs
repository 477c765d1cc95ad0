using Wavetank.Links;
using Wavetank.Packets;

namespace Wavetank.Devices.Routing;

/// <summary>The network without the hosts that hang on one router or segment: the places where a packet may go one way or another.</summary>
internal sealed class NetworkMap
{
    private const int OneAddress = 32;
    private const int OneAddressV6 = 128;

    // More than any path of working links costs.
    private const long CostOfLastResort = 1L << 40;

    private readonly List<Place> _places = [];
    private readonly Dictionary<IpDevice, Place> _ofDevice = [];
    private readonly Dictionary<Segment, Place> _ofSegment = [];
    private readonly PrefixTable<(Place Place, int Length)> _byAddress = new();
    private readonly IReadOnlySet<Link> _down;

    /// <param name="devices">All devices of the network.</param>
    /// <param name="down">The links that nothing goes over.</param>
    public NetworkMap(IReadOnlyList<Device> devices, IReadOnlySet<Link> down)
    {
        _down = down;
        foreach (Device device in devices)
        {
            if (device is IpDevice item && IsPlace(item))
            {
                _ofDevice.Add(item, Add(item, null));
            }

            if (device is Switch { Segment: { } segment } && !_ofSegment.ContainsKey(segment))
            {
                _ofSegment.Add(segment, Add(null, segment));
            }
        }

        // The list grows no longer; of the tables only look-ups are made, so their order does not matter.
        foreach (Place place in _places)
        {
            Join(place);
            Locate(place);
        }
    }

    public int Count => _places.Count;

    public Place? Find(IpDevice device) => _ofDevice.GetValueOrDefault(device);

    public Place Find(Segment segment) => _ofSegment[segment];

    /// <summary>The place that an address is at, or hangs on; null if nobody has it.</summary>
    public Place? Find(Address address) => _byAddress.TryFind(address, out (Place Place, int Length) found) ? found.Place : null;

    /// <summary>How long the block is by which an address is known, of 128 bits; -1 if nobody has it.</summary>
    public int LengthOf(Address address) => _byAddress.TryFind(address, out (Place Place, int Length) found) ? found.Length : -1;

    /// <summary>A router, and a host with several links or addresses of its own choice.</summary>
    private static bool IsPlace(IpDevice device) => device.IsForwarding || device.Interfaces.Count > 1 || device.HasFurtherAddresses;

    private Place Add(IpDevice? device, Segment? segment)
    {
        var place = new Place(_places.Count, device, segment);
        _places.Add(place);
        return place;
    }

    private void Join(Place place)
    {
        foreach (DeviceInterface item in (IReadOnlyList<DeviceInterface>?)place.Device?.Interfaces ?? place.Segment!.Members)
        {
            Place? next = place.Segment is not null ? Find(item.Owner)
                : item.Segment is { } segment ? Find(segment)
                : Find(item.Peer!);
            if (next is null)
            {
                continue;
            }

            // A host does not give a way up because its link is down: it has nobody to tell it of another one.
            bool isDown = _down.Contains(item.Link);
            if (!isDown || place.Device is { IsForwarding: false })
            {
                place.Neighbors.Add((next, item, place.Segment is not null ? 0 : isDown ? CostOfLastResort : item.Cost));
            }
        }
    }

    private void Locate(Place place)
    {
        if (place.Segment is { } segment)
        {
            foreach (SegmentBlock block in segment.Blocks)
            {
                Set(block.IPv4, place);
                Set(block.IPv6, place);
            }

            return;
        }

        foreach (DeviceInterface item in place.Device!.Interfaces)
        {
            if (place.Forwards && item.Peer is { } peer && Find(peer) is null)
            {
                // The host at the other end hangs on this router, and both are in the link's blocks.
                if (!_down.Contains(item.Link))
                {
                    Set(item.Addresses.Block, place);
                    Set(item.Addresses.BlockV6, place);
                }

                continue;
            }

            foreach (Stack.Interfaces.InterfaceAddress own in item.Interface.Addresses)
            {
                Set(new Prefix(own.Address, own.Address.IsIPv4 ? OneAddress : OneAddressV6), place);
            }
        }
    }

    private void Set(Prefix prefix, Place place) => _byAddress[prefix] = (place, prefix.BitLength);
}
