using System.Globalization;
using Wavetank.Engine;

namespace Wavetank.Packets;

/// <summary>
/// A hash over every packet event of a run, in order, and over every byte that an application sent. Two runs with the same digest
/// did the same.
/// </summary>
internal sealed class TraceDigest
{
    private ulong _events;
    private ulong _bytes;

    public ulong Value => StableHash.Finish(StableHash.Mix(_events, _bytes));

    public void Add(long time, PacketEventKind kind, DropReason reason, int point, Packet packet)
    {
        ulong where = ((ulong)kind << 56) | ((ulong)reason << 48) | ((ulong)packet.TimeToLive << 40) | (uint)point;
        _events = StableHash.Mix(StableHash.Mix(_events, (ulong)time ^ packet.Fingerprint), where);
    }

    /// <summary>Takes in bytes as an application gives them to a socket.</summary>
    public void AddBytes(ReadOnlySpan<byte> bytes) => _bytes = StableHash.MixMany(_bytes, bytes);

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
