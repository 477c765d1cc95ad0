using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>The ways to single hosts that were found last, by destination: one place for each hash value, so that asking again costs one comparison.</summary>
/// <remarks>
/// It doubles while two destinations compete for a place, so a host with one peer keeps one entry, and a busy router a few thousand.
/// What it answers is what the tables would: it never decides anything.
/// </remarks>
internal sealed class RouteMemory
{
    // A router's part of the processor's second-level cache, and no more: 24 bytes each.
    private const int MostPlaces = 4096;

    private Entry[] _places = [];

    public NextHop? Find(Address destination)
    {
        Entry[] places = _places;
        if (places.Length == 0)
        {
            return null;
        }

        ref Entry entry = ref places[destination.GetHashCode() & (places.Length - 1)];
        return entry.Destination == destination ? entry.Hop : null;
    }

    public void Add(Address destination, NextHop hop)
    {
        if (_places.Length == 0)
        {
            _places = new Entry[1];
        }

        while (_places.Length < MostPlaces && _places[Place(destination)].Hop is not null)
        {
            Entry[] old = _places;
            _places = new Entry[old.Length * 2];
            foreach (Entry entry in old)
            {
                if (entry.Hop is not null)
                {
                    _places[Place(entry.Destination)] = entry;
                }
            }
        }

        _places[Place(destination)] = new Entry { Destination = destination, Hop = hop };
    }

    /// <summary>What was found may no longer be so.</summary>
    public void Clear() => Array.Clear(_places);

    private int Place(Address destination) => destination.GetHashCode() & (_places.Length - 1);

    private struct Entry
    {
        public Address Destination;
        public NextHop? Hop;
    }
}
