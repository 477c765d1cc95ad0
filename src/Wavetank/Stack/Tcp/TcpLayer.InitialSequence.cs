using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Stack.Tcp;

internal sealed partial class TcpLayer
{
    // What the hash of two ends is for: each use has hashes of its own.
    private const ulong ForSequences = 1;
    private const ulong ForCookies = 2;
    private const ulong ForPorts = 3;

    private ulong _secret;

    /// <summary>Where every connection starts instead, for tests that need a number near the end of the circle.</summary>
    public uint? InitialSequence { get; set; }

    /// <summary>
    /// RFC 9293 §3.4.1, MUST-8 and SHLD-1 (RFC 6528): a clock of 4 microseconds plus a keyed hash of the ends, so that a new
    /// connection between the same ends starts behind the old one. The timestamps' offset is a keyed hash too (RFC 7323 §5.4).
    /// </summary>
    public uint ChooseInitialSequence(TransportAddress local, TransportAddress remote, out uint timestampOffset)
    {
        ulong hash = HashOf(in local, in remote, ForSequences);
        timestampOffset = (uint)(hash >> 32);
        return InitialSequence ?? (uint)hash + (uint)(Host.Now / 4000);
    }

    public SynCookieKeys CookieKeysOf(in TransportAddress local, in TransportAddress remote) => new(HashOf(in local, in remote, ForCookies));

    private ulong HashOf(in TransportAddress local, in TransportAddress remote, ulong use)
    {
        if (_secret == 0)
        {
            _secret = Host.NextRandom() | 1;
        }

        ulong hash = StableHash.Mix(_secret, local.Address.High + (remote.Address.High * 3));
        hash = StableHash.Mix(hash, local.Address.Low + (remote.Address.Low * 3));
        return StableHash.Finish(StableHash.Mix(hash, (use << 32) | ((ulong)local.Port << 16) | remote.Port));
    }
}
