using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

public sealed partial class Simulator
{
    /// <summary>
    /// Runs as <see cref="Run"/> does, for programs that use the thread pool, or libraries that do: <c>Task.Run</c>, channels,
    /// <c>ConfigureAwait(false)</c>, Kestrel, <c>HttpClient</c>. For the length of the run the process's thread pool has one thread, which
    /// the simulation shares with whatever is queued there; simulated time moves only when nothing is. So one seed gives one order.
    /// </summary>
    /// <param name="limit">The last instant whose events are run; the clock stands there afterwards, unless there is no limit or the run was stopped.</param>
    /// <remarks>
    /// One such run goes on in a process at a time; a second one waits for its turn. Await it: a thread of the pool that blocks on it
    /// would be the one that it needs. With another count of processors (<c>DOTNET_PROCESSOR_COUNT</c>) libraries may split work otherwise.
    /// </remarks>
    /// <exception cref="ProgramFailedException">A program ended with an exception, or blocked the thread.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> lies in the past.</exception>
    /// <exception cref="InvalidOperationException">
    /// The simulation runs already, is disposed, or a program inside a simulation calls; or others keep threads of the pool blocked.
    /// </exception>
    public Task<RunEnd> RunAsync(SimulationTime limit) => Loop.RunOnPoolOfOneAsync(limit.Nanoseconds);
}
