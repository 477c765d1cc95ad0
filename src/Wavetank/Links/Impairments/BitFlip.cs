using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Links.Impairments;

/// <summary>Damages a packet as netem's <c>corrupt</c> does: one of its bits, each equally likely, is turned over.</summary>
internal static class BitFlip
{
    /// <summary>Takes a sealed packet, and gives what its receiver sees; ownership passes with both.</summary>
    public static Packet Apply(Packet packet, RandomStream random)
    {
        PayloadBlock block = packet.Pool.RentBlock(packet.Length);
        Span<byte> bytes = block.Bytes.AsSpan(0, packet.Length);
        PacketCodec.Write(packet, bytes);
        long bit = random.NextInt64(bytes.Length * 8L);
        bytes[(int)(bit >> 3)] ^= (byte)(1 << (int)(bit & 7));
        Packet damaged = DamagedCodec.Read(bytes, packet);

        // The digest takes payloads in where they are written; a bit that changes on the way is told to it by its place.
        damaged.Fingerprint = StableHash.Mix(damaged.Fingerprint, (ulong)bit);
        block.Release();
        packet.Release();
        return damaged;
    }
}
