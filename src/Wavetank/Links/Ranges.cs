namespace Wavetank.Links;

/// <summary>Checks of single values that several conditions share.</summary>
internal static class Ranges
{
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static void CheckProbability(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a probability from 0 to 1 (1 % is 0.01).");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static void CheckTime(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is a time of zero or more.");
        }
    }

    public static long Nanoseconds(TimeSpan time) => time.Ticks * TimeSpan.NanosecondsPerTick;
}
