using Wavetank.Compare.Workloads;

namespace Wavetank.Compare.Measuring;

/// <summary>A piece of a workload that takes some hundredths of a second, to be measured again and again.</summary>
/// <param name="Workload">A row of the table of workloads.</param>
/// <param name="Counts">The figure that its cost is divided by.</param>
/// <param name="Words">The workload's parameters.</param>
internal sealed record SpeedSample(string Workload, string Counts, params string[] Words)
{
    /// <summary>Runs it once.</summary>
    /// <returns>CPU seconds for each of what is counted.</returns>
    public double Measure()
    {
        var parameters = new Parameters(Words);
        parameters.Scale = parameters.Number("scale", 100) / 100.0;
        using Workload workload = WorkloadTable.Create(Workload, parameters);
        var figures = new Figures();
        workload.Prepare();
        Meter.Measure(workload.Run, figures);
        workload.Report(figures);
        return figures.CpuSeconds / figures[Counts];
    }
}
