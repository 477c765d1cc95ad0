using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Engine;
using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>One run of a test, and what came of it.</summary>
internal sealed class Attempt
{
    private Attempt(SimulationSettings settings, Simulation simulation, Exception? failure)
    {
        Settings = settings;
        Failure = failure;
        Digest = simulation.Network.Events.DigestText;
        Time = simulation.Network.Now;
        Planned = simulation.Planned;
        Kept = simulation.Kept;
        Choices = simulation.Choices;
        Network = failure is null ? null : simulation.Network;
    }

    public SimulationSettings Settings { get; }

    public Exception? Failure { get; }

    public string Digest { get; }

    public SimulationTime Time { get; }

    public IReadOnlyList<PlannedFault> Planned { get; }

    /// <summary>The places in <see cref="Planned"/> of the faults that took place.</summary>
    public IReadOnlyList<int> Kept { get; }

    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>Of a run that failed, for its figures; its programs have ended.</summary>
    public Network? Network { get; }

    /// <summary>Runs a test on the calling thread, which waits where the test does: no thread of the pool may call.</summary>
    /// <param name="test">The test.</param>
    /// <param name="settings">What is asked of this run.</param>
    /// <param name="waited">Whether the test waited for something outside of its simulation, such as its turn on the thread pool.</param>
    public static Attempt Run(SimulationTest test, SimulationSettings settings, out bool waited)
    {
        using var simulation = new Simulation(settings);
        Exception? failure = null;
        waited = false;
        try
        {
            Task task = test(simulation) ?? Task.CompletedTask;
            waited = !task.IsCompleted;
            task.GetAwaiter().GetResult();
            simulation.Finish();
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        return new Attempt(settings, simulation, failure);
    }

    /// <summary>Whether another run failed in the same way, as far as can be told.</summary>
    public bool FailsLike(Attempt other) =>
        Failure is not null && other.Failure is not null && Failure.GetBaseException().GetType() == other.Failure.GetBaseException().GetType();
}
