using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>What the network said of how large a packet to a destination may be (RFC 1191, RFC 8201).</summary>
internal sealed class PathMtuCache(Simulator simulator)
{
    // Linux: net.ipv4.route.min_pmtu and mtu_expires (RFC 1191 §6.3); RFC 8201 §4: never below IPv6's minimum link MTU.
    private const int MinimumIPv4 = 552;
    private const int MinimumIPv6 = Packet.IPv6MinimumLinkMtu;
    private const long LifetimeNanoseconds = 600 * SimulationTime.NanosecondsPerSecond;

    /// <summary>The most destinations that are remembered; of more than these it stays unknown until others are too old.</summary>
    private const int MostEntries = 4096;

    private readonly Dictionary<Address, Entry> _entries = [];

    public void Learn(Address destination, int mtu, int linkMtu)
    {
        int least = destination.IsIPv4 ? MinimumIPv4 : MinimumIPv6;

        // RFC 8201 §4: a message never makes the estimate larger, so an old one that comes late does no harm.
        if (Math.Max(mtu, least) >= Find(destination, linkMtu) && mtu >= least)
        {
            return;
        }

        if (_entries.Count >= MostEntries && !_entries.ContainsKey(destination))
        {
            Forget();
        }

        if (_entries.Count < MostEntries || _entries.ContainsKey(destination))
        {
            _entries[destination] = new Entry(Math.Max(mtu, least), mtu < least, simulator.NowNanoseconds + LifetimeNanoseconds);
        }
    }

    /// <summary>The link's MTU, or what was learnt where that is less and not too old.</summary>
    public int Find(Address destination, int linkMtu) => TryFind(destination, out Entry entry) ? Math.Min(entry.Mtu, linkMtu) : linkMtu;

    /// <summary>Whether a link on the way is narrower than the least that is believed: packets to there must be cut on their way.</summary>
    public bool IsBelowMinimum(Address destination) => TryFind(destination, out Entry entry) && entry.IsBelowMinimum;

    private bool TryFind(Address destination, out Entry entry)
    {
        return _entries.TryGetValue(destination, out entry) && entry.Expires > simulator.NowNanoseconds;
    }

    private void Forget()
    {
        // Which of them go does not depend on the order in which they are seen.
        foreach ((Address destination, Entry entry) in _entries)
        {
            if (entry.Expires <= simulator.NowNanoseconds)
            {
                _entries.Remove(destination);
            }
        }
    }

    private readonly record struct Entry(int Mtu, bool IsBelowMinimum, long Expires);
}
