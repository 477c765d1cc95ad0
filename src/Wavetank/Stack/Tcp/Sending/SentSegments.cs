using System.Buffers;
using System.Runtime.CompilerServices;

namespace Wavetank.Stack.Tcp.Sending;

/// <summary>
/// The segments that were sent and are not yet acknowledged, in the order of their sequence numbers: a ring of plain structs.
/// This is the retransmission queue of RFC 9293 §3.10.8, and the place where the SACK scoreboard keeps its marks.
/// </summary>
/// <remarks>A part of its connection, and no object of its own, for the sake of thousands of idle ones: never copy it.</remarks>
internal struct SentSegments
{
    // An idle connection keeps a ring no larger than this; a larger one goes back when the queue is empty.
    private const int SmallRing = 2;

    private SentSegment[] _ring = [];
    private SentSegment[]? _small;
    private int _head;
    private int _mask = -1;

    public SentSegments()
    {
    }

    public int Count { get; private set; }

    public ref SentSegment this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _ring[(_head + index) & _mask];
    }

    /// <summary>Adds an entry behind the last; the caller fills it in.</summary>
    public ref SentSegment Add()
    {
        if (Count == _mask + 1)
        {
            Grow();
        }

        ref SentSegment entry = ref _ring[(_head + Count++) & _mask];
        entry = default;
        return ref entry;
    }

    public void RemoveFirst()
    {
        _head = (_head + 1) & _mask;
        if (--Count == 0 && _mask >= SmallRing)
        {
            Clear();
        }
    }

    public void Clear()
    {
        Count = 0;
        _head = 0;
        if (_mask >= SmallRing)
        {
            ArrayPool<SentSegment>.Shared.Return(_ring);
            _ring = _small!;
            _mask = SmallRing - 1;
        }
    }

    /// <summary>The index of the segment that holds a sequence number: the first that ends after it, or <see cref="Count"/>.</summary>
    public int IndexOf(uint sequence)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (SequenceNumber.After(this[middle].End, sequence))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>Cuts a segment in two at a sequence number inside of it; both parts keep its marks.</summary>
    public void Split(int index, uint at)
    {
        Add();
        for (int i = Count - 1; i > index + 1; i--)
        {
            this[i] = this[i - 1];
        }

        ref SentSegment left = ref this[index];
        ref SentSegment right = ref this[index + 1];
        right = left;
        left.End = at;
        right.Sequence = at;
        right.Control &= ~Packets.TcpFlags.Syn;
        left.Control &= ~Packets.TcpFlags.Fin;
    }

    private void Grow()
    {
        int size = Math.Max(SmallRing, _ring.Length == 0 ? 0 : (_mask + 1) * 2);
        SentSegment[] larger = size <= SmallRing ? _small = new SentSegment[SmallRing] : ArrayPool<SentSegment>.Shared.Rent(size);
        for (int i = 0; i < Count; i++)
        {
            larger[i] = this[i];
        }

        if (_mask >= SmallRing)
        {
            ArrayPool<SentSegment>.Shared.Return(_ring);
        }

        _ring = larger;
        _mask = size - 1;
        _head = 0;
    }
}
