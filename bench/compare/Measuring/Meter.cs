using System.Diagnostics;
using System.Globalization;

namespace Wavetank.Compare.Measuring;

/// <summary>Measures what a piece of work takes: CPU time of the whole process (user and system, all threads), wall time, allocation.</summary>
internal static class Meter
{
    /// <summary>Does the work and notes what it took, under the names that the ns-3 programs use.</summary>
    public static void Measure(Action work, Figures figures)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        Environment.ProcessCpuUsage before = Environment.CpuUsage;
        long start = Stopwatch.GetTimestamp();
        work();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        Environment.ProcessCpuUsage after = Environment.CpuUsage;
        figures.Set("run_user_s", (after.UserTime - before.UserTime).TotalSeconds);
        figures.Set("run_sys_s", (after.PrivilegedTime - before.PrivilegedTime).TotalSeconds);
        figures.Set("run_wall_s", wall.TotalSeconds);
        figures.Set("allocated_bytes", GC.GetTotalAllocatedBytes(precise: true) - allocated);
        figures.Set("peak_rss_mib", PeakMemory());
    }

    /// <summary>The most memory that the process ever had, in MiB.</summary>
    private static double PeakMemory()
    {
        const string Status = "/proc/self/status";
        if (File.Exists(Status) && File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } peak)
        {
            return double.Parse(peak.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }

        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024);
    }
}
