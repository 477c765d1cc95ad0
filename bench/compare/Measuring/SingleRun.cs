using System.Diagnostics;
using System.Runtime;
using Wavetank.Compare.Workloads;

namespace Wavetank.Compare.Measuring;

/// <summary>Runs one workload in this process and prints its figures. The comparison starts itself anew for each run, so none inherits another's heap.</summary>
internal static class SingleRun
{
    private const int LeastRuns = 3;
    private const int MostRuns = 25;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(10);

    // The part of the time that compiling may take in what is measured.
    private const double NoticeableCompiling = 0.01;

    // The runtime compiles a hot method again once no new method has been called for 100 ms.
    private static readonly TimeSpan LastTier = TimeSpan.FromMilliseconds(250);

    /// <param name="name">A row of the table of workloads.</param>
    /// <param name="words">
    /// Its parameters, and <c>scale</c> (the part of the whole that is run) and <c>warm</c> (the part that is run before, again and
    /// again for a second), both in percent.
    /// </param>
    public static int Run(string name, string[] words)
    {
        var parameters = new Parameters(words);
        double scale = parameters.Number("scale", 100) / 100.0;
        if (parameters.Number("warm", 0) is > 0 and int warm)
        {
            // The peers are compiled ahead of time; here the just-in-time compiler has to see the work before it is measured.
            parameters.Scale = scale * warm / 100;
            long start = Stopwatch.GetTimestamp();
            while (WarmUpCompiles(name, parameters) && Stopwatch.GetElapsedTime(start) < LongestWarmUp)
            {
            }
        }

        // Of several, because the compiler may still be at work behind the first; of many where a run is short.
        parameters.Scale = scale;
        bool isWarm = parameters.Number("warm", 0) > 0;
        var runs = new List<Figures>();
        do
        {
            runs.Add(Measure(name, parameters));
        }
        while (isWarm && (runs.Count < LeastRuns || (runs.Count < MostRuns && runs.Sum(run => run.CpuSeconds) < 1)));
        Console.Write(runs.OrderBy(run => run.CpuSeconds).ElementAt(runs.Count / 2));
        return 0;
    }

    /// <summary>
    /// Runs the work for a second. True if the compiler was still at work meanwhile: it compiles what is called often a second and a third
    /// time, on a thread of its own, whose time would count.
    /// </summary>
    private static bool WarmUpCompiles(string name, Parameters parameters)
    {
        TimeSpan compiled = JitInfo.GetCompilationTime();
        long start = Stopwatch.GetTimestamp();
        do
        {
            Measure(name, parameters);
        }
        while (Stopwatch.GetElapsedTime(start) < WarmUp);
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        Thread.Sleep(LastTier);
        return JitInfo.GetCompilationTime() - compiled > took * NoticeableCompiling;
    }

    private static Figures Measure(string name, Parameters parameters)
    {
        var figures = new Figures();
        using Workload workload = WorkloadTable.Create(name, parameters);
        var setUp = new Figures();
        Meter.Measure(workload.Prepare, setUp);
        Meter.Measure(workload.Run, figures);
        figures.Set("setup_user_s", setUp["run_user_s"] + setUp["run_sys_s"]);
        workload.Report(figures);
        return figures;
    }
}
