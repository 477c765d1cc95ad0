using System.Diagnostics.CodeAnalysis;
using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>
/// The neighbors of one family on an interface, as many as Linux keeps: whoever forges senders fills a bounded table, and is
/// forgotten first. What differs: Linux counts a host's interfaces together, and forgets what is unused in quiet times too.
/// </summary>
internal sealed class NeighborTable(NetworkStack stack)
{
    /// <summary>The most entries, unless the device says otherwise (Linux: net.ipv4.neigh.default.gc_thresh3, and that of IPv6).</summary>
    public const int MostByDefault = 1024;

    private const long PauseBetween = 5 * SimulationTime.NanosecondsPerSecond;

    private readonly Dictionary<Address, Neighbor> _byAddress = [];

    // The oldest first: who is forgotten must not depend on hashes.
    private readonly List<Neighbor> _byAge = [];
    private long _collectedAt = -PauseBetween;

    public int Count => _byAge.Count;

    private int Most => stack.NeighborLimit;

    // Linux: gc_thresh2, above which unused entries are forgotten, every five seconds at most while the table is not full.
    private int Many => Most / 2;

    public bool TryFind(Address address, [NotNullWhen(true)] out Neighbor? neighbor) => _byAddress.TryGetValue(address, out neighbor);

    /// <summary>Whether there is room for one more, if need be by forgetting those that nobody uses.</summary>
    public bool MakeRoom()
    {
        if (Count >= Most || (Count >= Many && stack.Simulator.NowNanoseconds - _collectedAt > PauseBetween))
        {
            Collect();
        }

        return Count < Most;
    }

    public void Add(Neighbor neighbor)
    {
        _byAddress.Add(neighbor.Address, neighbor);
        _byAge.Add(neighbor);
    }

    public void Remove(Neighbor neighbor)
    {
        _byAddress.Remove(neighbor.Address);
        _byAge.Remove(neighbor);
    }

    /// <summary>Ends what all are asked, and drops what waits for them; the table is of no use afterwards.</summary>
    public void Forget()
    {
        foreach (Neighbor neighbor in _byAge)
        {
            neighbor.Forget();
        }
    }

    private void Collect()
    {
        _collectedAt = stack.Simulator.NowNanoseconds;
        int excess = Count - Many;
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            Neighbor neighbor = _byAge[i];
            if (excess > 0 && neighbor.IsUnused)
            {
                excess--;
                _byAddress.Remove(neighbor.Address);
            }
            else
            {
                _byAge[kept++] = neighbor;
            }
        }

        _byAge.RemoveRange(kept, Count - kept);
    }
}
