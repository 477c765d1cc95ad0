using Wavetank.Engine;

namespace Wavetank.Links.Impairments;

/// <summary>The slots of one direction of a link.</summary>
internal sealed class Slots(SlotOptions options, RandomStream random)
{
    private readonly long _minimum = Ranges.Nanoseconds(options.Minimum);
    private readonly long _range = Ranges.Nanoseconds(options.Maximum - options.Minimum) + 1;
    private long _opens = -1;
    private int _packetsLeft;
    private long _bytesLeft;

    public SlotOptions Options => options;

    /// <summary>When a packet that is ready at a time is let through.</summary>
    public long Release(long ready, int length)
    {
        if (ready > _opens)
        {
            Open(ready);
        }
        else if (_packetsLeft <= 0 || _bytesLeft <= 0)
        {
            Open(_opens);
        }

        _packetsLeft--;
        _bytesLeft -= length;
        return _opens;
    }

    private void Open(long after)
    {
        _opens = after + _minimum + random.NextInt64(_range);
        _packetsLeft = options.Packets;
        _bytesLeft = options.Bytes;
    }
}
