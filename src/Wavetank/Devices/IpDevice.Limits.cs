namespace Wavetank.Devices;

public abstract partial class IpDevice
{
    /// <summary>
    /// How many ICMP and ICMPv6 errors it sends a second in all, in the long run. Default 1000, as on Linux (net.ipv4.icmp_msgs_per_sec). With 0 it
    /// sends none; what path MTU discovery lives on is not limited. Beside this each receiver gets six at once and one a second.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int IcmpErrorsPerSecond
    {
        get => Stack.Icmp.HostLimit.PerSecond;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            Stack.Icmp.HostLimit.PerSecond = value;
        }
    }

    /// <summary>How many ICMP and ICMPv6 errors it sends at once, at least 1. Default 50, as on Linux (net.ipv4.icmp_msgs_burst).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int IcmpErrorBurst
    {
        get => Stack.Icmp.HostLimit.Burst;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Stack.Icmp.HostLimit.Burst = value;
        }
    }

    /// <summary>
    /// How many neighbors of each family it remembers on an interface to a switch, at least 2. Default 1024, as on Linux
    /// (net.ipv4.neigh.default.gc_thresh3). Above half of it, those that nobody uses are forgotten; where all are in use, packets to
    /// further ones are dropped.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 2.</exception>
    public int NeighborLimit
    {
        get => Stack.NeighborLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2);
            Stack.NeighborLimit = value;
        }
    }
}
