namespace Wavetank.Scenarios.Reading;

/// <summary>What a scenario file may cost before it is refused. Far above what a person writes, far below what hurts.</summary>
internal static class ReadingLimits
{
    /// <summary>A file of 5,000 devices and links takes about half of it.</summary>
    internal const int MaxBytes = 1 << 20;

    /// <summary>A scenario needs 5 levels; the reader recurses once per level.</summary>
    internal const int MaxDepth = 16;

    internal const int MaxElements = 100_000;
}
