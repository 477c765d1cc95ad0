using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>
/// The engine: simulated time, the events that are to come, the random streams, and the programs that run in the simulation.
/// It knows no networks.
/// </summary>
/// <remarks>
/// One thread at a time runs a simulation, and every member must be called from it (or before the run starts), but for
/// <see cref="Stop"/>. Events are ordered by (time, sequence number): of two events at the same instant, the one that was
/// scheduled first fires first. What is posted runs at the current instant, before the next event.
/// </remarks>
public sealed partial class Simulator : IDisposable
{
    private readonly EventQueue _queue = new();

    /// <summary>Makes an engine whose every random choice follows from the seed.</summary>
    /// <param name="seed">Any number; the same seed gives the same run.</param>
    public Simulator(ulong seed)
    {
        Seed = seed;
        Loop = new EventLoop(this, _queue);
        TimeProvider = new SimulationTimeProvider(this);
        Programs = new ProgramTable(this);
        Thrown = new ThrownExceptions(this);
        Console = new ProgramConsole(this);
    }

    /// <summary>The seed that the random streams derive from.</summary>
    public ulong Seed { get; }

    /// <summary>The current instant.</summary>
    public SimulationTime Now => new(NowNanoseconds);

    /// <summary>Events fired since the start.</summary>
    public long EventsFired { get; internal set; }

    /// <summary>When something last happened that was not in the background; a run with a limit ends later than that.</summary>
    public SimulationTime LastEvent => new(LastEventNanoseconds);

    /// <summary>
    /// Clock and timers of the simulation, for every API that takes a <see cref="System.TimeProvider"/>. Those of the platform cut times
    /// to whole milliseconds before the clock sees them; <see cref="Delay"/> is exact.
    /// </summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The programs that run in this simulation.</summary>
    public ProgramTable Programs { get; }

    /// <summary>What the programs write to the console.</summary>
    public ProgramConsole Console { get; }

    /// <summary>
    /// How long, in real time, one step of a program or one event may take before <see cref="LongStepSeen"/> is told. Default: ten
    /// seconds; <see cref="Timeout.InfiniteTimeSpan"/> turns the watchdog off. It takes effect with the next run.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 4 ms, or more than 49 days.</exception>
    public TimeSpan StepLimit
    {
        get;
        set
        {
            ThrowIfNoLimit(value);
            field = value;
        }
    }

    = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long, in real time, one step of a program or one event may take before the run is ended with a report. Default: a minute;
    /// <see cref="Timeout.InfiniteTimeSpan"/> means never. It takes effect with the next run. A step that computes without a wait is
    /// aborted, and the simulation cannot go on after that.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 4 ms, or more than 49 days.</exception>
    public TimeSpan StuckLimit
    {
        get;
        set
        {
            ThrowIfNoLimit(value);
            field = value;
        }
    }

    = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Is told of a step that takes too long in real time, once for each, on another thread. Default: a warning on standard error. The
    /// step goes on until <see cref="StuckLimit"/>.
    /// </summary>
    public Action<LongStep>? LongStepSeen { get; set; }

    /// <summary>
    /// How often code of a program ran on the thread pool (<c>Task.Run</c>, or a continuation after <c>ConfigureAwait(false)</c>), off the
    /// simulation's thread. Simulated time stands still meanwhile, but what such code does with simulated things is refused.
    /// </summary>
    public long Escapes => Loop.Escapes;

    /// <summary>Whether a program's code on the thread pool fails the run. Default: no.</summary>
    public bool ForbidsEscapes { get; set; }

    /// <summary>Exceptions of tasks that nobody awaits, up to the end of the last run, in the order in which they were thrown.</summary>
    public IReadOnlyList<UnobservedFailure> UnobservedFailures => Thrown.Unobserved;

    /// <summary>
    /// Is called, on the simulation's thread, whenever programs ran and all of them wait again, before simulated time goes on: the moment
    /// to look at their state. What it throws ends the run. Default: null.
    /// </summary>
    public Action? Settled { get; set; }

    internal EventLoop Loop { get; }

    /// <summary>What the programs wait for, but for one of them, as a table. The engine knows no sockets.</summary>
    internal Func<SimulatedProgram?, string>? DescribeWaiting { get; set; }

    /// <summary>Takes breaches of what must hold; null where nothing is checked.</summary>
    internal InvariantMonitor? Invariants { get; set; }

    internal ThrownExceptions Thrown { get; }

    /// <summary>Waits that are over, for the next.</summary>
    internal DelayOperation? FreeDelay { get; set; }

    internal long NowNanoseconds { get; set; }

    internal long LastEventNanoseconds { get; set; }

    /// <summary>The random stream of the component at a path such as <c>link/core-server/loss</c>. Each path has one; ask once and keep it.</summary>
    public RandomStream CreateRandomStream(string path) => new(Seed, path);

    /// <summary>
    /// From now on draws the order in which arrivals of different links, timers and waits that are due at the same instant happen, from
    /// the seed, where otherwise the one comes first that was scheduled first. To find what works in one order only: on a real network
    /// nothing is due at the same instant. What links deliver stays in order.
    /// </summary>
    /// <exception cref="InvalidOperationException">Events have fired already.</exception>
    public void ShuffleTies()
    {
        if (EventsFired > 0)
        {
            throw new InvalidOperationException("Events have fired already; call ShuffleTies before the first run.");
        }

        _queue.ShuffleTies(CreateRandomStream("ties"));
    }

    /// <summary>Schedules an event, or moves it if it is scheduled already.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies in the past.</exception>
    /// <exception cref="InvalidOperationException">The calling code left the simulation's thread.</exception>
    public void Schedule(SimulationEvent item, SimulationTime at)
    {
        Loop.ThrowIfOffLoop("the event queue");
        ScheduleAt(item, at.Nanoseconds);
    }

    /// <summary>Schedules an event a time from now, or moves it there.</summary>
    /// <param name="item">The event.</param>
    /// <param name="delay">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The calling code left the simulation's thread.</exception>
    public void Schedule(SimulationEvent item, TimeSpan delay) => Schedule(item, Now + delay);

    /// <summary>Takes an event back.</summary>
    /// <returns>Whether it was scheduled.</returns>
    public bool Cancel(SimulationEvent item) => _queue.Cancel(item);

    /// <summary>Lets an item run at the current instant, after what runs now and before the next event.</summary>
    public void Post(SimulationEvent item) => Loop.Post(item);

    /// <summary>
    /// Runs until the limit, until nothing is left to happen, or until <see cref="Stop"/>. May be called again to go on.
    /// </summary>
    /// <param name="limit">The last instant whose events are run; the clock stands there afterwards, unless there is no limit or the run was stopped.</param>
    /// <exception cref="ProgramFailedException">A program ended with an exception.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> lies in the past.</exception>
    /// <exception cref="InvalidOperationException">The simulation runs already, or is disposed.</exception>
    public RunEnd Run(SimulationTime limit) => Loop.Run(limit.Nanoseconds);

    /// <summary>
    /// Ends the run after the current event, or the next run at once where none goes on. May be called from any thread.
    /// </summary>
    public void Stop() => Loop.RequestStop();

    /// <summary>Ends all programs: blocking ones are woken with an exception so that their threads end.</summary>
    public void Dispose() => Loop.Dispose();

    internal void ScheduleAt(SimulationEvent item, long nanoseconds)
    {
        ThrowIfPast(nanoseconds);
        _queue.Schedule(item, nanoseconds);
    }

    internal void ScheduleAfter(SimulationEvent item, long nanoseconds) => ScheduleAt(item, NowNanoseconds + nanoseconds);

    /// <summary>Schedules with a place among simultaneous events that was taken earlier by <see cref="TakeSequence"/>.</summary>
    internal void ScheduleAt(SimulationEvent item, long nanoseconds, long sequence)
    {
        ThrowIfPast(nanoseconds);
        _queue.Schedule(item, nanoseconds, sequence);
    }

    internal long TakeSequence() => _queue.TakeSequence();

    private static void ThrowIfNoLimit(TimeSpan value)
    {
        if (value != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(4));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(49));
        }
    }

    private void ThrowIfPast(long nanoseconds)
    {
        if (nanoseconds < NowNanoseconds)
        {
            throw new ArgumentOutOfRangeException(
                nameof(nanoseconds), $"An event cannot be scheduled at {new SimulationTime(nanoseconds)}: it is {Now} already.");
        }
    }
}
