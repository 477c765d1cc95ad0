namespace Wavetank.Engine;

/// <summary>
/// The pending events, ordered by (time, sequence number): a 4-ary heap of small keys beside the event objects.
/// </summary>
/// <remarks>
/// Removal is lazy. An event that moves later or is cancelled leaves its entry where it is; the entry is put right, or thrown
/// away, when it reaches the root. So a retransmission timer that each acknowledgment moves costs one comparison a move.
/// Entries that stand for nothing are swept out when they outnumber the others.
/// <para>
/// Keys hold no references: four of them fill a cache line, and moving one tells the garbage collector nothing. That, and choosing
/// without branches, makes pop and push 1.4 times as fast as a heap of (time, sequence number, reference).
/// </para>
/// </remarks>
internal sealed partial class EventQueue
{
    private const int SweepFloor = 256;

    private Entry[] _heap = new Entry[64];
    private Slot[] _slots = new Slot[64];
    private int[] _freeSlots = new int[64];
    private int _freeCount;
    private int _count;
    private int _dead;
    private long _nextSequence = 1;

    // The popped entry still stands at the root. What the event schedules takes its place, as most events schedule one more: the
    // heap is put in order once instead of twice.
    private bool _rootIsVacant;

    /// <summary>Events that wait to fire.</summary>
    public int Pending { get; private set; }

    /// <summary>Events that wait to fire and keep the run going.</summary>
    public int Foreground { get; private set; }

    /// <summary>Entries that fit before the heap grows: the memory that the queue takes.</summary>
    public int Capacity => _heap.Length;

    /// <summary>
    /// Takes the next sequence number, for an event whose place in the order is fixed before it is scheduled. The number belongs to
    /// one instant of one event, which may be scheduled with it repeatedly.
    /// </summary>
    public long TakeSequence() => _nextSequence++;

    public void Schedule(SimulationEvent item, long time) => Schedule(item, time, _nextSequence++);

    public void Schedule(SimulationEvent item, long time, long sequence)
    {
        if (_ties is not null)
        {
            sequence = DrawPlace(item, sequence);
        }

        bool hasEntry = item.EntrySequence != 0;
        if (item.DueSequence == 0)
        {
            Pending++;
            if (!item.IsBackground)
            {
                Foreground++;
            }

            if (hasEntry)
            {
                _dead--;
            }
        }

        item.DueTime = time;
        item.DueSequence = sequence;
        if (hasEntry)
        {
            if (time > item.EntryTime || (time == item.EntryTime && sequence >= item.EntrySequence))
            {
                return;
            }

            _dead++;
        }

        item.EntryTime = time;
        item.EntrySequence = sequence;
        Push(item, time, sequence);
    }

    public bool Cancel(SimulationEvent item)
    {
        if (item.DueSequence == 0)
        {
            return false;
        }

        item.DueSequence = 0;
        Pending--;
        if (!item.IsBackground)
        {
            Foreground--;
        }

        _dead++;
        return true;
    }

    /// <summary>Removes and returns the first event that is due no later than <paramref name="limit"/>.</summary>
    public SimulationEvent? Pop(long limit, out long time)
    {
        if (_rootIsVacant)
        {
            RemoveRoot();
        }

        while (_count > 0)
        {
            Entry root = _heap[0];
            if (root.Time > limit)
            {
                break;
            }

            SimulationEvent item = _slots[root.Slot].Item!;
            if (item.EntrySequence != root.Sequence)
            {
                _dead--;
                FreeSlot(root.Slot);
                RemoveRoot();
            }
            else if (item.DueSequence == root.Sequence)
            {
                time = root.Time;
                item.EntrySequence = 0;
                item.DueSequence = 0;
                Pending--;
                if (!item.IsBackground)
                {
                    Foreground--;
                }

                FreeSlot(root.Slot);
                _rootIsVacant = true;
                return item;
            }
            else if (item.DueSequence == 0)
            {
                item.EntrySequence = 0;
                _dead--;
                FreeSlot(root.Slot);
                RemoveRoot();
            }
            else
            {
                item.EntryTime = item.DueTime;
                item.EntrySequence = item.DueSequence;
                SiftDown(0, new Entry(item.DueTime, item.DueSequence, root.Slot));
            }
        }

        time = 0;
        return null;
    }

    private void Push(SimulationEvent item, long time, long sequence)
    {
        if (sequence > Entry.MaximumSequence)
        {
            throw new InvalidOperationException($"A run holds at most {Entry.MaximumSequence} events.");
        }

        if (_rootIsVacant)
        {
            _rootIsVacant = false;
            SiftDown(0, new Entry(time, sequence, TakeSlot(item, _count - 1)));
            return;
        }

        if (_count == _heap.Length)
        {
            MakeRoom();
        }

        var entry = new Entry(time, sequence, TakeSlot(item, _count));
        SiftUp(_count++, entry);
    }

    private void MakeRoom()
    {
        if (_dead > SweepFloor && _dead > _count / 2)
        {
            Sweep();
            return;
        }

        int size = _heap.Length * 2;
        if (size > Entry.MaximumSlots)
        {
            throw new InvalidOperationException($"At most {Entry.MaximumSlots} events can be pending.");
        }

        Array.Resize(ref _heap, size);
        Array.Resize(ref _slots, size);
        Array.Resize(ref _freeSlots, size);
    }

    /// <summary>A slot for an event: one that was given back, or the next one that was never taken.</summary>
    private int TakeSlot(SimulationEvent item, int taken)
    {
        int slot = _freeCount > 0 ? _freeSlots[--_freeCount] : taken;
        _slots[slot].Item = item;
        return slot;
    }

    private void FreeSlot(int slot)
    {
        _slots[slot].Item = null;
        _freeSlots[_freeCount++] = slot;
    }

    /// <summary>
    /// Drops the entries that stand for nothing. The order is total, so that the rebuilt heap pops the same events. An event that came
    /// back to a reserved place may have several entries there that look alike; the first is kept, its event marked until the end.
    /// </summary>
    private void Sweep()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            Entry entry = _heap[i];
            SimulationEvent item = _slots[entry.Slot].Item!;
            if (item.EntrySequence == entry.Sequence && item.DueSequence != 0)
            {
                item.EntrySequence = -entry.Sequence;
                _heap[kept++] = entry;
                continue;
            }

            if (item.EntrySequence == entry.Sequence)
            {
                item.EntrySequence = 0;
            }

            FreeSlot(entry.Slot);
        }

        for (int i = 0; i < kept; i++)
        {
            _slots[_heap[i].Slot].Item!.EntrySequence = _heap[i].Sequence;
        }

        _count = kept;
        _dead = 0;
        Order();
    }

    // In a struct, so that storing a reference does not first ask which array it goes to: arrays of classes are covariant.
    private struct Slot
    {
        public SimulationEvent? Item;
    }
}
