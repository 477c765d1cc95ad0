using System.Runtime.ExceptionServices;
using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Wavetank.Testing.Assertions;

namespace Wavetank.Testing;

/// <content>How the network is run.</content>
public sealed partial class Simulation
{
    /// <summary>Runs until nothing is left to happen. Take the overload with a time for programs that never stop by themselves.</summary>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    /// <exception cref="SimulationAssertException">What <see cref="Always"/>, <see cref="Never"/> or <see cref="Eventually"/> says does not hold.</exception>
    public RunResult Run() => Run(() => Network.Run());

    /// <summary>Runs for a simulated time. May be called again to go on.</summary>
    /// <param name="duration">Zero or more, from the current instant on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    /// <exception cref="SimulationAssertException">What <see cref="Always"/>, <see cref="Never"/> or <see cref="Eventually"/> says does not hold.</exception>
    public RunResult Run(TimeSpan duration) => Run(() => Network.Run(duration));

    /// <summary>
    /// Runs until nothing is left to happen, with programs that use the thread pool, or libraries that do, such as Kestrel and HttpClient:
    /// <see cref="Network.RunAsync()"/>. One such run goes on at a time in a process; others wait for their turn.
    /// </summary>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    /// <exception cref="SimulationAssertException">What <see cref="Always"/>, <see cref="Never"/> or <see cref="Eventually"/> says does not hold.</exception>
    public Task<RunResult> RunAsync() => RunAsync(Network.RunAsync);

    /// <summary>The same as <see cref="RunAsync()"/>, for a simulated time.</summary>
    /// <param name="duration">Zero or more, from the current instant on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="duration"/> is negative.</exception>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    /// <exception cref="SimulationAssertException">What <see cref="Always"/>, <see cref="Never"/> or <see cref="Eventually"/> says does not hold.</exception>
    public Task<RunResult> RunAsync(TimeSpan duration) => RunAsync(() => Network.RunAsync(duration));

    /// <summary>The test is over: what was to happen eventually has happened or never will.</summary>
    internal void Finish() => _checks.Finish();

    private RunResult Run(Func<RunResult> run)
    {
        _settings.Starting?.Invoke(Network);
        try
        {
            return Ended(run());
        }
        catch (ProgramFailedException failure) when (failure.InnerException is SimulationAssertException broken)
        {
            // What a check or a program throws says all by itself, and its own stack tells where.
            ExceptionDispatchInfo.Throw(broken);
            throw;
        }
    }

    private async Task<RunResult> RunAsync(Func<Task<RunResult>> run)
    {
        _settings.Starting?.Invoke(Network);
        try
        {
            return Ended(await run().ConfigureAwait(false));
        }
        catch (ProgramFailedException failure) when (failure.InnerException is SimulationAssertException broken)
        {
            // What a check or a program throws says all by itself, and its own stack tells where.
            ExceptionDispatchInfo.Throw(broken);
            throw;
        }
    }

    private RunResult Ended(RunResult result)
    {
        Result = result;
        _checks.RunEnded(result);
        return result;
    }
}
