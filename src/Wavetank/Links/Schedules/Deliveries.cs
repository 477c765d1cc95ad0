using Wavetank.Engine;

namespace Wavetank.Links.Schedules;

/// <summary>The opportunities of one direction of a link, and how much of the current one is used.</summary>
/// <param name="trace">The trace.</param>
/// <param name="start">When it takes effect, in nanoseconds.</param>
internal sealed class Deliveries(DeliveryTrace trace, long start)
{
    private const long NanosecondsPerMillisecond = SimulationTime.NanosecondsPerSecond / 1000;

    private readonly IReadOnlyList<int> _times = trace.Milliseconds;
    private readonly long _cycle = trace.Milliseconds[^1] * NanosecondsPerMillisecond;

    // The opportunity in use: its number in the cycle, when the cycle began, and what is left of it.
    private int _index;
    private long _cycleStart = start;
    private int _left = DeliveryTrace.OpportunityBytes;

    public DeliveryTrace Trace => trace;

    /// <summary>Sends so many bytes from a time on. When the last of them is sent.</summary>
    public long Send(long from, int bytes)
    {
        SkipTo(from);
        while (bytes > _left)
        {
            bytes -= _left;
            Next();
        }

        _left -= bytes;
        return Time;
    }

    private long Time => _cycleStart + (_times[_index] * NanosecondsPerMillisecond);

    private void SkipTo(long from)
    {
        if (Time >= from)
        {
            return;
        }

        // Whole cycles of silence are skipped at once; of the one that is left, by halves.
        long cycles = (from - _cycleStart) / _cycle;
        if (cycles > 0 && _cycleStart + (cycles * _cycle) == from)
        {
            cycles--;
        }

        if (cycles > 0)
        {
            _cycleStart += cycles * _cycle;
            _index = 0;
        }

        int low = _index;
        int high = _times.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_cycleStart + (_times[middle] * NanosecondsPerMillisecond) < from)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        _index = low;
        _left = DeliveryTrace.OpportunityBytes;
    }

    private void Next()
    {
        _left = DeliveryTrace.OpportunityBytes;
        if (++_index == _times.Count)
        {
            _index = 0;
            _cycleStart += _cycle;
        }
    }
}
