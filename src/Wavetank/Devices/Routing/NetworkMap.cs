using Wavetank.Packets;

namespace Wavetank.Devices.Routing;

/// <summary>The network without the hosts that hang on one router or segment: the places where a packet may go one way or another.</summary>
internal sealed class NetworkMap
{
    private const int OneAddress = 32;
    private const int OneAddressV6 = 128;

    private readonly List<Place> _places = [];
    private readonly Dictionary<IpDevice, Place> _ofDevice = [];
    private readonly Dictionary<Segment, Place> _ofSegment = [];
    private readonly PrefixTable<Place> _byAddress = new();

    public NetworkMap(IReadOnlyList<Device> devices)
    {
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
    public Place? Find(Address address) => _byAddress.TryFind(address, out Place? place) ? place : null;

    /// <summary>A router, and a host with several links or addresses of its own choice.</summary>
    private static bool IsPlace(IpDevice device) => device is Router || device.Interfaces.Count > 1 || device.HasFurtherAddresses;

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
            if (next is not null)
            {
                place.Neighbors.Add((next, item));
            }
        }
    }

    private void Locate(Place place)
    {
        if (place.Segment is { } segment)
        {
            foreach (SegmentBlock block in segment.Blocks)
            {
                _byAddress[block.IPv4] = place;
                _byAddress[block.IPv6] = place;
            }

            return;
        }

        foreach (DeviceInterface item in place.Device!.Interfaces)
        {
            if (place.Forwards && item.Peer is { } peer && Find(peer) is null)
            {
                // The host at the other end hangs on this router, and both are in the link's blocks.
                _byAddress[item.Addresses.Block] = place;
                _byAddress[item.Addresses.BlockV6] = place;
                continue;
            }

            foreach (Stack.Interfaces.InterfaceAddress own in item.Interface.Addresses)
            {
                _byAddress[new Prefix(own.Address, own.Address.IsIPv4 ? OneAddress : OneAddressV6)] = place;
            }
        }
    }
}
