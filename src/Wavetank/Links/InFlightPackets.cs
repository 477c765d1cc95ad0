using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>
/// The packets under way in one direction, in the order of their arrival. Nearly all join at the end, so a ring with one event for
/// its head serves better than an event for each.
/// </summary>
/// <remarks>
/// When a packet is due stands beside it and not in it: nobody has touched the packet for a delay, and reading it only to learn that
/// it is not due yet would fetch it from memory.
/// </remarks>
internal struct InFlightPackets()
{
    // Small, and from the beginning again whenever it is empty: with hundreds of links the rings stay in the processor's cache.
    private const int FirstSize = 4;

    private Entry[] _items = [];
    private int _head;

    public int Count { get; private set; }

    /// <summary>Adds a packet. True if it is the one to arrive next.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="arrival">When it arrives.</param>
    /// <param name="sequence">Its place among simultaneous events.</param>
    public bool Add(Packet packet, long arrival, long sequence)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        int mask = _items.Length - 1;
        int position = Count;
        while (position > 0)
        {
            ref Entry before = ref _items[(_head + position - 1) & mask];
            if (before.Arrival <= arrival)
            {
                break;
            }

            _items[(_head + position) & mask] = before;
            position--;
        }

        _items[(_head + position) & mask] = new Entry { Packet = packet, Arrival = arrival, Sequence = sequence };
        Count++;
        return position == 0;
    }

    /// <summary>When the next packet arrives.</summary>
    public readonly bool TryPeek(out long arrival, out long sequence)
    {
        if (Count == 0)
        {
            arrival = sequence = 0;
            return false;
        }

        ref Entry first = ref _items[_head];
        arrival = first.Arrival;
        sequence = first.Sequence;
        return true;
    }

    public Packet RemoveFirst(out long arrival, out long sequence)
    {
        ref Entry first = ref _items[_head];
        Packet packet = first.Packet;
        arrival = first.Arrival;
        sequence = first.Sequence;
        first.Packet = null!;
        Count--;
        _head = Count == 0 ? 0 : (_head + 1) & (_items.Length - 1);
        return packet;
    }

    /// <summary>Lets the packet that arrives next be fetched from memory: nobody has touched it for a delay.</summary>
    public readonly void PrefetchFirst()
    {
        if (Count > 0)
        {
            Prefetch.Object(_items[_head].Packet, Packet.BytesOfHop);
        }
    }

    private void Grow()
    {
        var larger = new Entry[Math.Max(FirstSize, _items.Length * 2)];
        for (int i = 0; i < Count; i++)
        {
            larger[i] = _items[(_head + i) & (_items.Length - 1)];
        }

        _items = larger;
        _head = 0;
    }

    private struct Entry
    {
        public Packet Packet;
        public long Arrival;
        public long Sequence;
    }
}
