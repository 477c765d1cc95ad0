namespace Wavetank.Engine;

/// <content>The order of what is due at the same instant, where it is drawn by chance.</content>
internal sealed partial class EventQueue
{
    // A sequence number of 40 bits: the place that was drawn, then the order of scheduling among equals.
    private const int OrderBits = 32;
    private const int Places = 1 << 8;

    private RandomStream? _ties;

    /// <summary>From now on an event that may overtake draws its place among those of its instant; the others stand in the middle.</summary>
    public void ShuffleTies(RandomStream random) => _ties = random;

    private long DrawPlace(SimulationEvent item, long sequence)
    {
        if (sequence >= 1L << OrderBits)
        {
            throw new InvalidOperationException($"A run whose ties are shuffled holds at most {1L << OrderBits} events.");
        }

        long place = item.MayOvertake ? _ties!.NextInt64(Places) : Places / 2;
        return (place << OrderBits) | sequence;
    }
}
