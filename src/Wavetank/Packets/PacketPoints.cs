using System.Collections;

namespace Wavetank.Packets;

/// <summary>The points at which packets are seen, each made when it is first asked for: with its names it takes 400 bytes a host.</summary>
internal sealed class PacketPoints : IReadOnlyList<PacketPoint>
{
    // A point, or the place that describes it.
    private readonly List<object> _items = [];

    public int Count => _items.Count;

    public PacketPoint this[int index]
    {
        get
        {
            if (_items[index] is IPacketPlace place)
            {
                _items[index] = place.DescribePoint();
            }

            return (PacketPoint)_items[index];
        }
    }

    public int Add(PacketPoint point) => AddItem(point);

    public int Add(IPacketPlace place) => AddItem(place);

    public IEnumerator<PacketPoint> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int AddItem(object item)
    {
        _items.Add(item);
        return _items.Count - 1;
    }
}
