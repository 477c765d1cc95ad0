using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Workloads;

/// <summary>Something to be measured: set up, run once, and asked what it did.</summary>
internal abstract class Workload : IDisposable
{
    /// <summary>Builds what is to be run; measured apart from the run, as the peers' set-up is.</summary>
    public abstract void Prepare();

    /// <summary>What is measured.</summary>
    public abstract void Run();

    /// <summary>Tells what was done, so that equal work is compared with equal work.</summary>
    public abstract void Report(Figures figures);

    public abstract void Dispose();
}
