using Wavetank.Engine;
using Wavetank.Links.Delay;
using Wavetank.Packets;

namespace Wavetank.Links.Impairments;

/// <summary>The slots of one direction of a link.</summary>
internal sealed class Slots(SlotOptions options, RandomStream random)
{
    private readonly long _minimum = Ranges.Nanoseconds(options.Minimum);
    private readonly long _range = Ranges.Nanoseconds(options.Maximum - options.Minimum) + 1;
    private readonly DelayModel? _distribution = options.Distribution?.Create(random);
    private long _opens = -1;
    private int _packetsLeft;
    private long _bytesLeft;

    public SlotOptions Options => options;

    /// <summary>When a packet that is ready at a time is let through.</summary>
    public long Release(long ready, Packet packet)
    {
        if (ready > _opens)
        {
            Open(ready, packet);
        }
        else if (_packetsLeft <= 0 || _bytesLeft <= 0)
        {
            Open(_opens, packet);
        }

        _packetsLeft--;
        _bytesLeft -= packet.Length;
        return _opens;
    }

    private void Open(long after, Packet packet)
    {
        _opens = after + (_distribution is null ? _minimum + random.NextInt64(_range) : Math.Max(_minimum, _distribution.NextNanoseconds(packet)));
        _packetsLeft = options.Packets;
        _bytesLeft = options.Bytes;
    }
}
