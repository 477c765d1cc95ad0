using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>The packets of a first-in-first-out queue once more, so that its order can be checked.</summary>
internal sealed class QueueOrder
{
    private RingQueue<Packet> _expected = new();

    // Packets of a queue that was replaced, whose order is not known.
    private int _unknown;

    public void Add(Packet packet) => _expected.Enqueue(packet);

    /// <summary>A packet leaves. False if another one was to leave first.</summary>
    public bool Remove(Packet packet, bool keepsOrder)
    {
        if (_unknown > 0)
        {
            _unknown--;
            return true;
        }

        return !keepsOrder || (_expected.TryDequeue(out Packet? first) && first == packet);
    }

    public void Restart(int kept)
    {
        _expected = new RingQueue<Packet>();
        _unknown = kept;
    }
}
