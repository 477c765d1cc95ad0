using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>
/// The packets under way in one direction, in the order of their arrival (<see cref="Packet.Stamp"/>). Nearly all join at the end,
/// so a ring with one event for its head serves better than an event for each.
/// </summary>
internal sealed class InFlightPackets
{
    private const int FirstSize = 16;

    private Packet[] _items = [];
    private int _head;

    public int Count { get; private set; }

    public Packet First => _items[_head];

    public void Add(Packet packet)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        int mask = _items.Length - 1;
        int position = Count;
        while (position > 0)
        {
            Packet before = _items[(_head + position - 1) & mask];
            if (before.Stamp <= packet.Stamp)
            {
                break;
            }

            _items[(_head + position) & mask] = before;
            position--;
        }

        _items[(_head + position) & mask] = packet;
        Count++;
    }

    public Packet RemoveFirst()
    {
        Packet first = _items[_head];
        _items[_head] = null!;
        _head = (_head + 1) & (_items.Length - 1);
        Count--;
        return first;
    }

    private void Grow()
    {
        var larger = new Packet[Math.Max(FirstSize, _items.Length * 2)];
        for (int i = 0; i < Count; i++)
        {
            larger[i] = _items[(_head + i) & (_items.Length - 1)];
        }

        _items = larger;
        _head = 0;
    }
}
