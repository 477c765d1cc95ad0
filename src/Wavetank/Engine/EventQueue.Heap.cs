using System.Runtime.CompilerServices;

namespace Wavetank.Engine;

internal sealed partial class EventQueue
{
    private const int Arity = 4;

    private void RemoveRoot()
    {
        _rootIsVacant = false;
        Entry last = _heap[--_count];
        if (_count > 0)
        {
            SiftDown(0, last);
        }
    }

    private void SiftUp(int index, Entry entry)
    {
        Entry[] heap = _heap;
        while (index > 0)
        {
            int parent = (index - 1) / Arity;
            if (!entry.IsBefore(in heap[parent]))
            {
                break;
            }

            heap[index] = heap[parent];
            index = parent;
        }

        heap[index] = entry;
    }

    private void SiftDown(int index, Entry entry)
    {
        Entry[] heap = _heap;
        int count = _count;
        while (true)
        {
            int first = (index * Arity) + 1;
            int least;
            if (first + Arity <= count)
            {
                // Which child is least is a coin toss that no branch predictor wins. Computed without branches, pop and push take
                // 60 ns with a thousand pending; with three ifs, or three conditional expressions, 100.
                int left = first + heap[first + 1].Before(in heap[first]);
                int right = first + 2 + heap[first + 3].Before(in heap[first + 2]);
                least = left + ((right - left) & -heap[right].Before(in heap[left]));
            }
            else if (first < count)
            {
                least = first;
                for (int child = first + 1; child < count; child++)
                {
                    least = heap[child].IsBefore(in heap[least]) ? child : least;
                }
            }
            else
            {
                break;
            }

            if (!heap[least].IsBefore(in entry))
            {
                break;
            }

            heap[index] = heap[least];
            index = least;
        }

        heap[index] = entry;
    }

    /// <summary>Makes a heap of entries in any order.</summary>
    private void Order()
    {
        for (int i = (_count - 2) / Arity; i >= 0 && _count > 1; i--)
        {
            SiftDown(i, _heap[i]);
        }
    }

    /// <summary>A time and, in one word, a sequence number and the slot of the event that it stands for.</summary>
    private readonly struct Entry(long time, long sequence, int slot)
    {
        public const long MaximumSequence = (1L << (63 - SlotBits)) - 1;
        public const int MaximumSlots = 1 << SlotBits;
        private const int SlotBits = 23;

        public readonly long Time = time;
        private readonly long _place = (sequence << SlotBits) | (uint)slot;

        public long Sequence => _place >> SlotBits;

        public int Slot => (int)_place & (MaximumSlots - 1);

        public bool IsBefore(in Entry other) => Before(in other) != 0;

        /// <summary>1 if it comes before the other, otherwise 0.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Before(in Entry other) =>
            Unsafe.BitCast<bool, byte>((Time < other.Time) | ((Time == other.Time) & (_place < other._place)));
    }
}
