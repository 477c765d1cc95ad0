using System.Collections.Concurrent;

namespace Wavetank.Engine.Programs;

/// <summary>
/// Places in programs that waited for a lock (or a thread's end) which no thread outside of the simulation let go: another program
/// holds it while it waits. The platform does not tell who holds a lock, so the first wait at a place costs patience in real time; the
/// next ones there let the simulation go on almost at once.
/// </summary>
internal static class InsideLocks
{
    /// <summary>How long a place that is known is still left to other threads, in real milliseconds.</summary>
    public const int PatienceMilliseconds = 2;

    private static readonly ConcurrentDictionary<string, bool> Sites = new(StringComparer.Ordinal);

    public static bool Contains(string? site) => site is not null && Sites.ContainsKey(site);

    public static void Add(string? site)
    {
        if (site is not null)
        {
            Sites[site] = true;
        }
    }
}
