namespace Wavetank.Engine.Programs;

/// <summary>
/// A thread of a program, shaped like <c>System.Threading.Thread</c>: a blocking program of its own on the same host, which may use
/// simulated sockets and waits in simulated time. One of a program's threads runs at a time, until it waits.
/// </summary>
/// <remarks>
/// Differs from the platform's: what it throws and does not catch fails the run, and a thread that waits for ever leaves the run idle,
/// also where it is a background thread.
/// </remarks>
public sealed class ProgramThread
{
    private readonly Action<object?> _body;
    private readonly List<Operation<bool>> _joining = [];
    private SimulatedProgram? _program;

    /// <summary>Makes a thread that is not started yet.</summary>
    /// <param name="start">What it does.</param>
    public ProgramThread(ThreadStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _body = _ => start();
    }

    /// <summary>Makes a thread that is not started yet.</summary>
    /// <param name="start">What it does with what it is given by <see cref="Start(object?)"/>.</param>
    public ProgramThread(ParameterizedThreadStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        _body = parameter => start(parameter);
    }

    /// <summary>Its name, for messages. Default: of the program that starts it.</summary>
    public string? Name { get; set; }

    /// <summary>Changes nothing: a simulation ends when nothing can happen any more.</summary>
    public bool IsBackground { get; set; }

    /// <summary>Whether it was started and has not ended.</summary>
    public bool IsAlive => _program is { State: ProgramState.Scheduled or ProgramState.Running };

    /// <summary>Waits for a simulated time.</summary>
    /// <param name="millisecondsTimeout">Milliseconds; <see cref="Timeout.Infinite"/> waits for ever.</param>
    /// <exception cref="InvalidOperationException">The calling code is no blocking program.</exception>
    public static void Sleep(int millisecondsTimeout) => Sleep(TimeSpan.FromMilliseconds(millisecondsTimeout));

    /// <summary>Waits for a simulated time.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative and not infinite.</exception>
    /// <exception cref="InvalidOperationException">The calling code is no blocking program.</exception>
    public static void Sleep(TimeSpan timeout)
    {
        Simulator simulator = RequireProgram().Simulator;
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            DelayOperation.Start(simulator, null, CancellationToken.None).Wait();
        }
        else
        {
            simulator.Sleep(timeout);
        }
    }

    /// <summary>Lets others go on whose turn it is at this instant.</summary>
    /// <returns>Always true.</returns>
    public static bool Yield()
    {
        Sleep(TimeSpan.Zero);
        return true;
    }

    /// <inheritdoc cref="Start(object?)"/>
    public void Start() => Start(null);

    /// <summary>Starts it; it begins at this instant, once the caller waits.</summary>
    /// <param name="parameter">What it is given.</param>
    /// <exception cref="ThreadStateException">It was started already.</exception>
    /// <exception cref="InvalidOperationException">The calling code is no program of a simulation.</exception>
    public void Start(object? parameter)
    {
        if (_program is not null)
        {
            throw new ThreadStateException("The thread was started already. Make another to run again.");
        }

        SimulatedProgram caller = RequireProgram();
        _program = caller.Simulator.Programs.StartBlocking(
            Name ?? caller.Name, caller.Host, caller.Owner, _ => Run(parameter), TimeSpan.Zero, caller.Gate);
    }

    /// <summary>Waits until it has ended.</summary>
    /// <exception cref="ThreadStateException">It was not started.</exception>
    /// <exception cref="InvalidOperationException">The calling code is no blocking program.</exception>
    public void Join() => Join(Timeout.InfiniteTimeSpan);

    /// <inheritdoc cref="Join(TimeSpan)"/>
    /// <param name="millisecondsTimeout">Milliseconds of simulated time to wait at most; <see cref="Timeout.Infinite"/> waits for ever.</param>
    public bool Join(int millisecondsTimeout) => Join(TimeSpan.FromMilliseconds(millisecondsTimeout));

    /// <summary>Waits until it has ended, or a time has passed.</summary>
    /// <param name="timeout">Simulated time to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <returns>Whether it has ended.</returns>
    /// <exception cref="ThreadStateException">It was not started.</exception>
    /// <exception cref="InvalidOperationException">The calling code is no blocking program.</exception>
    public bool Join(TimeSpan timeout)
    {
        if (_program is null)
        {
            throw new ThreadStateException("The thread was not started, so that nobody can wait for its end. Call Start first.");
        }

        if (!IsAlive)
        {
            return true;
        }

        SimulatedProgram caller = RequireProgram();
        var join = new Operation<bool>(caller.Simulator, caller.Gate);
        var deadline = new Deadline(join);
        _joining.Add(join);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            caller.Simulator.Schedule(deadline, timeout);
        }

        join.Begin();
        try
        {
            return join.Wait();
        }
        finally
        {
            caller.Simulator.Cancel(deadline);
            _joining.Remove(join);
        }
    }

    private static SimulatedProgram RequireProgram() => SimulatedProgram.Current ?? throw new InvalidOperationException(
        "A thread of a simulation belongs to the program that starts it, but this code runs outside of any program of a simulation. "
        + "Move it into host.RunBlocking(() => ...).");

    private int Run(object? parameter)
    {
        _body(parameter);
        foreach (Operation<bool> join in _joining)
        {
            join.TryComplete(true);
        }

        return 0;
    }

    private sealed class Deadline(Operation<bool> join) : SimulationEvent
    {
        protected internal override void Fire() => join.TryComplete(false);
    }
}
