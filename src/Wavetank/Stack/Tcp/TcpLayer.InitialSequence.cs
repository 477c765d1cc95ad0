using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Tcp;

internal sealed partial class TcpLayer
{
    private ulong _secret;

    /// <summary>
    /// RFC 9293 §3.4.1, MUST-8 and SHLD-1 (RFC 6528): a clock of 4 microseconds plus a keyed hash of the ends, so that a new
    /// connection between the same ends starts behind the old one. The timestamps' offset is a keyed hash too (RFC 7323 §5.4).
    /// </summary>
    public uint ChooseInitialSequence(TransportAddress local, TransportAddress remote, out uint timestampOffset)
    {
        if (_secret == 0)
        {
            _secret = Host.NextRandom() | 1;
        }

        ulong hash = StableHash.Mix(_secret, local.Address.High + (remote.Address.High * 3));
        hash = StableHash.Mix(hash, local.Address.Low + (remote.Address.Low * 3));
        hash = StableHash.Finish(StableHash.Mix(hash, ((ulong)local.Port << 16) | remote.Port));
        timestampOffset = (uint)(hash >> 32);
        return (uint)hash + (uint)(Host.Now / 4000);
    }
}
