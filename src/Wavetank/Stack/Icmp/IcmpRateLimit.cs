using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Icmp;

/// <summary>How many error messages a host sends to one receiver: RFC 1812 §4.3.2.8 and RFC 4443 §2.4 (f) ask for a limit.</summary>
/// <remarks>A token bucket for each receiver, as Linux has it (net.ipv4.icmp_ratelimit): one a second, six at once.</remarks>
internal sealed class IcmpRateLimit(Simulator simulator)
{
    private const long Interval = SimulationTime.NanosecondsPerSecond;
    private const long Burst = 6 * Interval;

    /// <summary>The most receivers that are remembered.</summary>
    private const int MostReceivers = 4096;

    // The time up to which the tokens of a receiver are used up.
    private readonly Dictionary<Address, long> _usedUntil = [];

    /// <summary>Whether one more may be sent now, which thereby counts.</summary>
    public bool TryTake(Address receiver)
    {
        long now = simulator.NowNanoseconds;
        if (_usedUntil.Count >= MostReceivers && !_usedUntil.ContainsKey(receiver))
        {
            // A full bucket is as good as none, and if none is full, all start afresh.
            foreach ((Address address, long until) in _usedUntil)
            {
                if (until <= now)
                {
                    _usedUntil.Remove(address);
                }
            }

            if (_usedUntil.Count >= MostReceivers)
            {
                _usedUntil.Clear();
            }
        }

        long used = Math.Max(_usedUntil.GetValueOrDefault(receiver), now) + Interval;
        if (used > now + Burst)
        {
            return false;
        }

        _usedUntil[receiver] = used;
        return true;
    }
}
