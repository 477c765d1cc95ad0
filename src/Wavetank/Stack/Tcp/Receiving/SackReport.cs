using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Receiving;

/// <summary>What a receiver has to report in SACK options: which blocks, and in what order (RFC 2018 §4, RFC 2883). Made when something is out of order.</summary>
internal sealed class SackReport
{
    // The most recent block first.
    private SackBlocks _blocks;
    private int _length;
    private SackBlock _duplicate;

    /// <summary>Whether a duplicate waits to be told.</summary>
    public bool IsDuplicateDue { get; private set; }

    /// <summary>Blocks that there are to tell, however many fit.</summary>
    public int Count => _length + (IsDuplicateDue ? 1 : 0);

    /// <summary>Data came out of order: RFC 2018 §4, the block that it belongs to becomes the first.</summary>
    public void Add(uint left, uint right)
    {
        SackBlocks kept = default;
        int count = 0;
        for (int i = 0; i < _length; i++)
        {
            SackBlock block = _blocks[i];
            if (SequenceNumber.AtOrBefore(block.Left, right) && SequenceNumber.AtOrAfter(block.Right, left))
            {
                left = SequenceNumber.Earlier(left, block.Left);
                right = SequenceNumber.Later(right, block.Right);
            }
            else
            {
                kept[count++] = block;
            }
        }

        _length = Math.Min(count + 1, SackBlocks.Capacity);
        _blocks[0] = new SackBlock(left, right);
        for (int i = 1; i < _length; i++)
        {
            _blocks[i] = kept[i - 1];
        }
    }

    /// <summary>RCV.NXT moved: blocks that it reached are no longer out of order.</summary>
    public void Trim(uint next)
    {
        int count = 0;
        for (int i = 0; i < _length; i++)
        {
            if (SequenceNumber.After(_blocks[i].Left, next))
            {
                _blocks[count++] = _blocks[i];
            }
        }

        _length = count;
    }

    /// <summary>RFC 2883 §4, §4.1 and §4.2: what came a second time, in whole or in part, is reported once, before all other blocks.</summary>
    public void NoteDuplicate(uint left, uint right)
    {
        _duplicate = new SackBlock(left, right);
        IsDuplicateDue = true;
    }

    /// <summary>Writes as many blocks as there is room for.</summary>
    public void WriteTo(ref TcpOptions options, int room)
    {
        int count = 0;
        if (IsDuplicateDue && room > 0)
        {
            options.SackBlocks[count++] = _duplicate;
            IsDuplicateDue = false;
        }

        for (int i = 0; i < _length && count < room; i++)
        {
            options.SackBlocks[count++] = _blocks[i];
        }

        options.SackCount = (byte)count;
    }
}
