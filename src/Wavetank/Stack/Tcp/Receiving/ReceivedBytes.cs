using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Receiving;

/// <summary>A run of received bytes in a block that is held.</summary>
internal struct ReceivedBytes
{
    public PayloadBlock Block;
    public int Offset;
    public int Length;

    /// <summary>Sequence number of the first byte; only out-of-order runs need it.</summary>
    public uint Sequence;

    public readonly uint End => Sequence + (uint)Length;
}
