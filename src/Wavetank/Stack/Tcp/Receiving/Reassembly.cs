using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Receiving;

/// <summary>
/// Bytes that arrived out of order: runs that do not overlap, by sequence number. Made only when a hole appears. The first copy
/// of a byte that arrives is kept.
/// </summary>
internal sealed class Reassembly
{
    private ReceivedBytes[] _runs = new ReceivedBytes[8];
    private int _count;

    /// <summary>Whether nothing is held.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Bytes held.</summary>
    public int Length { get; private set; }

    /// <summary>The sequence number after the last byte held. Counts while something is held.</summary>
    public uint End => _runs[_count - 1].End;

    /// <summary>Takes the bytes of a segment that are not there yet.</summary>
    /// <returns>Whether any of them was new.</returns>
    public bool Add(PayloadBlock block, int offset, int length, uint sequence)
    {
        uint end = sequence + (uint)length;
        int index = FirstEndingAfter(sequence);
        bool added = false;
        while (SequenceNumber.Before(sequence, end))
        {
            uint until = index < _count ? SequenceNumber.Earlier(end, _runs[index].Sequence) : end;
            if (SequenceNumber.Before(sequence, until))
            {
                int part = (int)(until - sequence);
                Insert(index++, new ReceivedBytes { Block = block, Offset = offset, Length = part, Sequence = sequence });
                block.Hold();
                added = true;
            }

            if (index >= _count)
            {
                break;
            }

            // Go on behind the run that is there already.
            uint next = SequenceNumber.Later(sequence, _runs[index].End);
            offset += (int)(next - sequence);
            sequence = next;
            index++;
        }

        return added;
    }

    /// <summary>The first range of bytes held, as far as it lies before a sequence number.</summary>
    public bool TryFindBefore(uint next, out SackBlock range)
    {
        range = default;
        if (_count == 0 || !SequenceNumber.Before(_runs[0].Sequence, next))
        {
            return false;
        }

        uint end = _runs[0].End;
        for (int i = 1; i < _count && _runs[i].Sequence == end; i++)
        {
            end = _runs[i].End;
        }

        range = new SackBlock(_runs[0].Sequence, SequenceNumber.Earlier(end, next));
        return true;
    }

    /// <summary>Moves what has come in order now into the receive buffer.</summary>
    /// <returns>The next sequence number expected.</returns>
    public uint MoveTo(ref ReceiveBuffer buffer, uint next)
    {
        int taken = 0;
        while (taken < _count && SequenceNumber.AtOrBefore(_runs[taken].Sequence, next))
        {
            ref ReceivedBytes run = ref _runs[taken++];
            Length -= run.Length;
            if (SequenceNumber.After(run.End, next))
            {
                int old = (int)(next - run.Sequence);
                buffer.Append(run.Block, run.Offset + old, run.Length - old);
                next = run.End;
            }

            run.Block.Release();
        }

        if (taken > 0)
        {
            _count -= taken;
            Array.Copy(_runs, taken, _runs, 0, _count);
            Array.Clear(_runs, _count, taken);
        }

        return next;
    }

    public void Clear()
    {
        for (int i = 0; i < _count; i++)
        {
            _runs[i].Block.Release();
        }

        Array.Clear(_runs, 0, _count);
        _count = 0;
        Length = 0;
    }

    private int FirstEndingAfter(uint sequence)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (SequenceNumber.After(_runs[middle].End, sequence))
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

    private void Insert(int index, in ReceivedBytes run)
    {
        if (_count == _runs.Length)
        {
            Array.Resize(ref _runs, _count * 2);
        }

        Array.Copy(_runs, index, _runs, index + 1, _count - index);
        _runs[index] = run;
        _count++;
        Length += run.Length;
    }
}
