namespace Wavetank.Scenarios.Results;

/// <summary>Payload by time, in whole numbers, so that it is the same everywhere.</summary>
internal static class Goodput
{
    /// <summary>Whole bits per second from the first byte to the last; 0 before two bytes at different times.</summary>
    internal static long Of(long bytes, long? first, long? last) =>
        last > first ? (long)((Int128)bytes * 8_000_000_000 / (last.Value - first.Value)) : 0;
}
