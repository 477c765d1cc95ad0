using Wavetank.Engine;

namespace Wavetank.Applications;

/// <summary>
/// A built-in program. It sees sockets, time and dice, and nothing of the simulator: what it can do, any program can.
/// </summary>
public abstract class Application
{
    /// <summary>What it has measured so far.</summary>
    public ApplicationMetrics Metrics { get; private set; } = new();

    /// <summary>Goes on counting where another left off: the same application, before its host was started again. Call it before the run.</summary>
    /// <param name="metrics">What the other measured.</param>
    public void GoOnFrom(ApplicationMetrics metrics) => Metrics = metrics ?? throw new ArgumentNullException(nameof(metrics));

    /// <summary>Runs it to its end, in a program of a host.</summary>
    /// <param name="timeProvider">The simulation's clock.</param>
    /// <param name="random">The application's own dice: message content, think times.</param>
    public abstract Task RunAsync(TimeProvider timeProvider, RandomStream random);

    /// <summary>Lets a connection be served beside the others. What it throws ends the run, as what the application itself throws does.</summary>
    private protected static async void Serve(Task connection) => await connection;
}
