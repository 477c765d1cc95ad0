namespace Wavetank.Engine.Programs;

/// <summary>
/// Application code that runs inside a simulation. The program that runs just now is an ambient that flows with the execution
/// context; it tells a socket which host it belongs to.
/// </summary>
public abstract partial class SimulatedProgram : SimulationEvent
{
    private static readonly AsyncLocal<SimulatedProgram?> Ambient = new(OnAmbientChanged);

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private int _escapes;

    private protected SimulatedProgram(Simulator simulator, string name, string host, object? owner)
    {
        Simulator = simulator;
        Name = name;
        Host = host;
        Owner = owner;
    }

    /// <summary>The program that the calling code belongs to, or null outside of a simulation.</summary>
    public static SimulatedProgram? Current => Ambient.Value;

    /// <summary>The program's name, for messages and results.</summary>
    public string Name { get; }

    /// <summary>The name of the host that it runs on.</summary>
    public string Host { get; }

    /// <summary>The simulation that it runs in.</summary>
    public Simulator Simulator { get; }

    /// <summary>How far it has come.</summary>
    public ProgramState State { get; private set; }

    /// <summary>The exception it ended with, if any.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>What the program belongs to: the host's stack. The engine knows no networks, so it is opaque here.</summary>
    internal object? Owner { get; }

    /// <summary>What it goes on through; null where nothing can hold it.</summary>
    internal ProgramGate? Gate { get; set; }

    /// <summary>How often the program's code ran on the thread pool.</summary>
    internal int Escapes => Volatile.Read(ref _escapes);

    /// <summary>Whether the calling thread is this program's own, so that it may wait.</summary>
    internal abstract bool MayBlock { get; }

    /// <inheritdoc/>
    protected internal sealed override void Fire()
    {
        if (Gate is { IsOpen: false } gate)
        {
            gate.Hold(this);
            return;
        }

        State = ProgramState.Running;
        StartedAt = Simulator.Now;
        Begin();
    }

    /// <summary>Parks the calling thread, which is the program's own, until the event has handed the baton back to it.</summary>
    internal abstract void Wait();

    /// <summary>
    /// Called on a thread of the simulation that is about to block in the program's code, other than in <see cref="Wait"/>. Takes and
    /// returns what <see cref="SynchronizationContext.Wait"/> does.
    /// </summary>
    internal abstract int WaitForHandles(nint[] handles, bool waitAll, int milliseconds);

    /// <summary>Lets a program's thread that waits go on, after the current event.</summary>
    internal abstract void Resume();

    internal abstract void Abort();

    /// <summary>
    /// Ends the program where it stands, without a word to its code: what it waits for never comes. Its gate is closed for good already.
    /// Only a blocking program's code learns of it, as its thread has to end.
    /// </summary>
    internal void Kill()
    {
        if (State is not (ProgramState.Scheduled or ProgramState.Running))
        {
            return;
        }

        bool hasBegun = State == ProgramState.Running;
        Simulator.Cancel(this);
        State = ProgramState.Killed;
        Finish(KilledExitCode);
        if (hasBegun)
        {
            RequestCancellation();
            Unwind();
        }
    }

    /// <summary>Where its code stands while it waits, innermost first; empty where that cannot be told. A look of a few microseconds.</summary>
    internal abstract IReadOnlyList<string> Stack();

    /// <summary>Whether it waits for an instant of simulated time, as far as that can be told.</summary>
    internal abstract bool IsTimed { get; }

    internal void CountEscape() => Interlocked.Increment(ref _escapes);

    private protected abstract void Begin();

    /// <summary>Ends the thread of a program that was killed, if it has one.</summary>
    private protected abstract void Unwind();

    /// <summary>
    /// Waits really, with all of the simulation standing still, for what a thread outside of it will do in a moment.
    /// </summary>
    /// <returns>False if it did not, and the caller would wait longer than the simulation has patience.</returns>
    private protected bool WaitOutside(nint[] handles, bool waitAll, int milliseconds, out int result)
    {
        int patience = Simulator.Loop.PatienceMilliseconds;
        bool mayTimeOut = milliseconds >= 0 && milliseconds <= patience;
        result = SimulationSynchronizationContext.WaitFor(handles, waitAll, mayTimeOut ? milliseconds : patience);
        return mayTimeOut || result != SimulationSynchronizationContext.TimedOut;
    }

    private protected void RunInContext(ContextCallback body)
    {
        if (_context is null)
        {
            body(this);
        }
        else
        {
            ExecutionContext.Run(_context, body, this);
        }
    }

    /// <summary>The platform tells of every entry of a thread into code of a program, and of every exit.</summary>
    private static void OnAmbientChanged(AsyncLocalValueChangedArgs<SimulatedProgram?> change)
    {
        change.PreviousValue?.Simulator.Loop.Left(change.PreviousValue);
        change.CurrentValue?.Simulator.Loop.Entered(change.CurrentValue);
    }

    /// <summary>Makes what follows in the calling method, and what that calls, code of this program.</summary>
    internal void Enter() => Ambient.Value = this;
}
