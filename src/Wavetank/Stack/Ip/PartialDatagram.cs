using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Stack.Ip;

/// <summary>The fragments of one datagram, by offset. It is also the event of its own timeout.</summary>
internal sealed class PartialDatagram : SimulationEvent
{
    // RFC 3168 §5.3 speaks of the congestion experienced codepoint.
    private const byte CongestionExperienced = 3;

    private readonly Reassembler _owner;
    private readonly List<Packet> _parts = [];
    private int _received;
    private int _end;

    public PartialDatagram(Reassembler owner)
    {
        _owner = owner;
        IsBackground = true;
    }

    public FragmentKey Key { get; set; }

    public IReadOnlyList<Packet> Parts => _parts;

    /// <summary>Whether nothing is missing. The parts do not overlap, so counting bytes tells.</summary>
    public bool IsComplete => _end != 0 && _received == _end;

    /// <summary>Takes a fragment in if it fits.</summary>
    public FragmentFit TryInsert(Packet fragment)
    {
        int start = fragment.FragmentOffset, end = start + fragment.PayloadLength;
        int index = _parts.Count;
        while (index > 0 && _parts[index - 1].FragmentOffset >= start)
        {
            index--;
        }

        if (index < _parts.Count && _parts[index].FragmentOffset == start && End(_parts[index]) == end
            && _parts[index].MoreFragments == fragment.MoreFragments)
        {
            return FragmentFit.Duplicate;
        }

        bool overlaps = (index < _parts.Count && _parts[index].FragmentOffset < end) || (index > 0 && End(_parts[index - 1]) > start);
        bool beyond = _end != 0 && (end > _end || !fragment.MoreFragments);
        bool cutsOff = !fragment.MoreFragments && _parts.Count > 0 && End(_parts[^1]) > end;
        if (overlaps || beyond || cutsOff)
        {
            return FragmentFit.Conflict;
        }

        _parts.Insert(index, fragment);
        _received += fragment.PayloadLength;
        _end = fragment.MoreFragments ? _end : end;
        return FragmentFit.Fits;
    }

    /// <summary>One packet with the bytes of all parts behind its IP header.</summary>
    public Packet Join()
    {
        Packet first = _parts[0];
        Packet whole = first.Pool.RentCopy(first);
        whole.Block?.Release();
        whole.MoreFragments = false;
        PayloadBlock block = first.Pool.RentBlock(_end);
        foreach (Packet part in _parts)
        {
            part.Payload.CopyTo(block.Bytes.AsSpan(part.FragmentOffset));

            // RFC 3168 §5.3: congestion that one fragment has experienced is the datagram's.
            if ((part.TrafficClass & CongestionExperienced) == CongestionExperienced)
            {
                whole.TrafficClass |= CongestionExperienced;
            }
        }

        block.Filled = _end;
        whole.Block = block;
        whole.PayloadOffset = 0;
        whole.PayloadLength = _end;
        return whole;
    }

    /// <summary>Lets the fragments go.</summary>
    public void Clear()
    {
        foreach (Packet part in _parts)
        {
            part.Release();
        }

        _parts.Clear();
        _received = 0;
        _end = 0;
    }

    protected internal override void Fire() => _owner.TimeOut(this);

    private static int End(Packet part) => part.FragmentOffset + part.PayloadLength;
}
