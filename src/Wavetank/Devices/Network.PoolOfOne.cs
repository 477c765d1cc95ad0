using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

public sealed partial class Network
{
    /// <inheritdoc cref="RunAsync(TimeSpan)"/>
    /// <summary>
    /// Runs until nothing is left to happen, with programs that use the thread pool. Take the overload with a time for programs that never
    /// stop by themselves.
    /// </summary>
    public Task<RunResult> RunAsync() => RunAsync(SimulationTime.MaxValue);

    /// <summary>
    /// Runs for a simulated time, as <see cref="Run(TimeSpan)"/> does, with programs that use the thread pool, or libraries that do:
    /// <c>Task.Run</c>, channels, <c>ConfigureAwait(false)</c>, Kestrel, <c>HttpClient</c>. For the length of the run the process's thread
    /// pool has one thread, which the simulation shares with whatever is queued there, so that one seed gives one order.
    /// </summary>
    /// <param name="duration">Zero or more, from the current instant on.</param>
    /// <remarks>
    /// One such run goes on in a process at a time; a second one waits for its turn. Await it: a thread of the pool that blocks on it
    /// would be the one that it needs. Libraries may split their work by the count of processors: fix <c>DOTNET_PROCESSOR_COUNT</c> where
    /// machines that differ in it are to give the same run.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <exception cref="ProgramFailedException">A program ended with an exception, or blocked the thread.</exception>
    /// <exception cref="InvalidOperationException">A program inside a simulation calls, or something outside of it keeps threads of the pool blocked.</exception>
    public Task<RunResult> RunAsync(TimeSpan duration) => RunAsync(Now + duration);

    private async Task<RunResult> RunAsync(SimulationTime limit)
    {
        _routing.PlanIfStale();
        _hasRun = true;
        RunEnd end = await Simulator.RunAsync(limit).ConfigureAwait(false);
        CheckSums();
        return new RunResult(this, end);
    }
}
