using Wavetank.Engine;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>How whole numbers are drawn, whatever they count: steps of 100 ns, or bytes.</summary>
internal abstract record Draw
{
    /// <summary>The next number, 0 or more. All arithmetic is IEEE 754's own, so that it is the same on every machine.</summary>
    internal abstract long Next(RandomStream random);

    /// <summary>A double as a draw: cut to a whole number, and held to what a long and every sum of two of them can hold.</summary>
    private protected static long Whole(double value) => (long)Math.Clamp(value, 0, 1L << 60);
}
