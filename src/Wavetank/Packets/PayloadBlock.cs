namespace Wavetank.Packets;

/// <summary>
/// A shared run of bytes: a sender's buffer and the packets that carry parts of it each hold it, and it goes back to the pool when
/// the last lets go. Bytes that somebody may still read are never overwritten.
/// </summary>
internal sealed class PayloadBlock(PacketPool pool, int capacity)
{
    public readonly byte[] Bytes = GC.AllocateUninitializedArray<byte>(capacity);

    /// <summary>Bytes written so far. Only the buffer that fills the block appends, and only behind this mark.</summary>
    public int Filled;

    /// <summary>The next in the pool, while it is there.</summary>
    public PayloadBlock? NextFree;

    private int _holders = 1;

    public int Free => Bytes.Length - Filled;

    public void Hold() => _holders++;

    public void Release()
    {
        if (--_holders == 0)
        {
            Filled = 0;
            _holders = 1;
            pool.Return(this);
        }
    }
}
