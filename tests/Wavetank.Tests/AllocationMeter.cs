namespace Wavetank.Tests;

/// <summary>
/// What one thread allocates in the steady state: the least of several laps. What allocates does so in every lap; the first lap warms
/// up, and now and then the runtime adds bytes of its own, when it compiles anew what runs often or collects for another thread's sake.
/// </summary>
internal sealed class AllocationMeter
{
    private const int Laps = 4;
    private long _before = long.MinValue;

    /// <summary>The fewest bytes that a lap took.</summary>
    public long Least { get; private set; } = long.MaxValue;

    public static long Measure(Action lap)
    {
        var meter = new AllocationMeter();
        for (int i = 0; i < Laps; i++)
        {
            meter.Mark();
            lap();
        }

        meter.Mark();
        return meter.Least;
    }

    /// <summary>Ends a lap and begins the next one.</summary>
    public void Mark()
    {
        long now = GC.GetAllocatedBytesForCurrentThread();
        if (_before != long.MinValue)
        {
            Least = Math.Min(Least, now - _before);
        }

        _before = now;
    }
}
