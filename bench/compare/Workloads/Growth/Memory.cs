using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Workloads.Growth;

/// <summary>Bytes of live objects, as the garbage collector counts them.</summary>
internal static class Memory
{
    public static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Notes what was added since <paramref name="before"/>, in bytes for each of so many.</summary>
    public static void Report(Figures figures, string name, long before, int count) =>
        figures.Set(name, (Live() - before) / (double)count);
}
