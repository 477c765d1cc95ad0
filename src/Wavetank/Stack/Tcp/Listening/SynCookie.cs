namespace Wavetank.Stack.Tcp.Listening;

/// <summary>
/// What an initial sequence number says of a connection that nobody remembers (RFC 4987 §3.6, appendix A): its top byte counts minutes,
/// the rest says which segment size the peer offered, both hidden under keyed hashes of the ends. What the peer's SYN offered beside it
/// stands in the low bits of the timestamp, which comes back as its echo. Layout and sizes are Linux's; the hash is not, and is no secret
/// to a patient attacker, of which a simulation has none.
/// </summary>
internal static class SynCookie
{
    /// <summary>How long a cookie holds at most, and how long after the last one acknowledgments are looked at: two minutes.</summary>
    public const long Lifetime = MaximumAge * Period;

    private const long Period = 60 * TcpDefaults.Second;
    private const int MaximumAge = 2;
    private const int SizeBits = 24;
    private const uint SizeMask = (1u << SizeBits) - 1;

    // The low bits of the timestamp: the window scale (all ones for none), SACK, ECN.
    private const int TimestampBits = 6;
    private const uint ScaleMask = 0b1111;
    private const uint SackBit = 1 << 4;
    private const uint EcnBit = 1 << 5;

    // The sizes that the most peers have: RFC 9293's default, PPPoE and tunnels, Ethernet; for IPv6 with the larger header.
    private static readonly ushort[] Sizes = [536, 1300, 1440, 1460];
    private static readonly ushort[] SizesIPv6 = [1220, 1420, 1440, 8940];

    /// <summary>An initial sequence number for the answer to a SYN.</summary>
    /// <param name="keys">Hashes of the ends.</param>
    /// <param name="ipv4">Whether they are IPv4.</param>
    /// <param name="peerSequence">The SYN's sequence number.</param>
    /// <param name="now">Nanoseconds.</param>
    /// <param name="mss">The peer's segment size; the largest one of the table that is not above it is what comes back.</param>
    public static uint Make(in SynCookieKeys keys, bool ipv4, uint peerSequence, long now, int mss)
    {
        ushort[] sizes = ipv4 ? Sizes : SizesIPv6;
        uint index = (uint)(sizes.Length - 1);
        while (index > 0 && sizes[index] > mss)
        {
            index--;
        }

        uint minute = (uint)(now / Period);
        return keys.Fixed + peerSequence + (minute << SizeBits) + ((keys.At(minute) + index) & SizeMask);
    }

    /// <summary>The peer's segment size, if a number is a cookie for these ends and young enough; 0 if not.</summary>
    public static ushort Read(in SynCookieKeys keys, bool ipv4, uint peerSequence, long now, uint cookie)
    {
        uint minute = (uint)(now / Period);
        cookie -= keys.Fixed + peerSequence;
        uint age = (minute - (cookie >> SizeBits)) & (uint.MaxValue >> SizeBits);
        if (age >= MaximumAge)
        {
            return 0;
        }

        ushort[] sizes = ipv4 ? Sizes : SizesIPv6;
        uint index = (cookie - keys.At(minute - age)) & SizeMask;
        return index < sizes.Length ? sizes[index] : (ushort)0;
    }

    /// <summary>The latest timestamp up to now whose low bits say what the SYN offered.</summary>
    public static uint Encode(uint now, bool scaling, byte scale, bool sack, bool ecn)
    {
        uint bits = (scaling ? scale : ScaleMask) | (sack ? SackBit : 0) | (ecn ? EcnBit : 0);
        uint timestamp = (now >> TimestampBits << TimestampBits) | bits;
        return timestamp > now ? timestamp - (1u << TimestampBits) : timestamp;
    }

    /// <summary>What the SYN offered.</summary>
    public static void Decode(uint timestamp, out bool scaling, out byte scale, out bool sack, out bool ecn)
    {
        scale = (byte)(timestamp & ScaleMask);
        scaling = scale != ScaleMask;
        sack = (timestamp & SackBit) != 0;
        ecn = (timestamp & EcnBit) != 0;
    }
}
