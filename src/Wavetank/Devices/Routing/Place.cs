namespace Wavetank.Devices.Routing;

/// <summary>A place of the map: a device that has more than one way, or a segment.</summary>
internal sealed class Place(int index, IpDevice? device, Segment? segment)
{
    public int Index { get; } = index;

    public IpDevice? Device { get; } = device;

    public Segment? Segment { get; } = segment;

    /// <summary>Whether packets pass through it: a segment or a router.</summary>
    public bool Forwards => Segment is not null || Device is { IsForwarding: true };

    /// <summary>The places next to it, each with the interface that joins the two and the cost to go there, in the order of the links.</summary>
    public List<(Place Place, DeviceInterface Interface, long Cost)> Neighbors { get; } = [];
}
