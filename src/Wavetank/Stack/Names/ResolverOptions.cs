namespace Wavetank.Stack.Names;

/// <summary>How a host asks its name servers: what Linux's resolv.conf(5) sets, with its defaults, and the cache.</summary>
public sealed record ResolverOptions
{
    /// <summary>How long to wait for an answer before the query is repeated. Default 5 s (resolv.conf's <c>timeout</c>).</summary>
    /// <remarks>
    /// The first server is waited for as long; the one at place i of n, counted from 0, for 2^i/n of it, in whole seconds where it is a
    /// second or more, as glibc does: with two servers 5 s and 5 s, with three 5 s, 3 s and 6 s.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 1 ms and 30 s.</exception>
    public TimeSpan Timeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromSeconds(30));
            field = value;
        }
    }
    = TimeSpan.FromSeconds(5);

    /// <summary>How often the list of servers is gone through, 1 to 5. Default 2 (resolv.conf's <c>attempts</c>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 1 and 5.</exception>
    public int Attempts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 5);
            field = value;
        }
    }
    = 2;

    /// <summary>Whether each look-up begins with the next server of the list rather than the first. Default false (resolv.conf's <c>rotate</c>).</summary>
    public bool Rotate { get; init; }

    /// <summary>Domains in which a name without a dot is looked for before the name itself. Default: none (resolv.conf's <c>search</c>).</summary>
    public IReadOnlyList<string> SearchDomains { get; init; } = [];

    /// <summary>Whether answers are kept as long as their TTL allows, as nscd and systemd-resolved do. Default true.</summary>
    public bool Caches { get; init; } = true;

    /// <summary>
    /// The largest answer over UDP, in bytes, 512 to 65,535; above 512 it is announced by EDNS (RFC 6891). What is larger is asked for over
    /// TCP. Default 512: glibc does not speak EDNS by itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not between 512 and 65,535.</exception>
    public int UdpPayloadSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 512);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ushort.MaxValue);
            field = value;
        }
    }
    = 512;
}
