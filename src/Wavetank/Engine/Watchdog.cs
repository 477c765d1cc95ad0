using System.Diagnostics;
using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>
/// Looks from a real timer whether the simulation's thread gets on; tells where a step takes long, and ends one that takes far too long.
/// What it says depends on real time, so it goes beside the run's results and never into them.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const int LooksPerLimit = 4;

    private readonly Simulator _simulator;
    private readonly Lock _lock = new();
    private readonly int _looksUntilTold;
    private readonly int _looksUntilEnded;
    private long _progress = -1;
    private int _looksWithoutProgress;
    private volatile bool _isOver;

#pragma warning disable RS0030 // The only clock of the core that is real: what it watches is how long a step takes in reality.
    private Timer? _timer;

    private Watchdog(Simulator simulator, TimeSpan endsAfter)
    {
        _simulator = simulator;
        Interval = Shorter(simulator.StepLimit, endsAfter) / LooksPerLimit;
        _looksUntilTold = Looks(simulator.StepLimit, Interval);
        _looksUntilEnded = Looks(endsAfter, Interval);
    }

    /// <summary>The real time from one look to the next.</summary>
    public TimeSpan Interval { get; }

    /// <summary>A watchdog that tells of long steps, and whose owner looks and ends what does not get on; null where nobody wants it.</summary>
    public static Watchdog? Create(Simulator simulator) =>
        simulator.StepLimit == Timeout.InfiniteTimeSpan ? null : new Watchdog(simulator, Timeout.InfiniteTimeSpan);

    /// <summary>Begins to watch a run; null where nobody wants it.</summary>
    public static Watchdog? Start(Simulator simulator)
    {
        if (simulator.StepLimit == Timeout.InfiniteTimeSpan && simulator.StuckLimit == Timeout.InfiniteTimeSpan)
        {
            return null;
        }

        var made = new Watchdog(simulator, simulator.StuckLimit);
        made._timer = new Timer(static watchdog => ((Watchdog)watchdog!).Look(), made, made.Interval, made.Interval);
        return made;
    }

    public void Dispose()
    {
        _isOver = true;
        _timer?.Dispose();
        lock (_lock)
        {
            // What looks just now ends nothing any more once this is passed.
        }
    }
#pragma warning restore RS0030

    public void Look()
    {
        if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            long progress = _simulator.Loop.Progress;
            if (progress != _progress)
            {
                _progress = progress;
                _looksWithoutProgress = 0;
            }
            else if (!Debugger.IsAttached && _simulator.Loop.Runner is { } thread)
            {
                _looksWithoutProgress++;
                if (_looksWithoutProgress == _looksUntilTold)
                {
                    Tell(StuckThreads.IsAsleep(thread));
                }

                if (_looksWithoutProgress == _looksUntilEnded)
                {
                    End(thread, StuckThreads.IsAsleep(thread));
                }
            }
        }
        finally
        {
            _lock.Exit();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan || (other != Timeout.InfiniteTimeSpan && other < one) ? other : one;

    private static int Looks(TimeSpan limit, TimeSpan interval) =>
        limit == Timeout.InfiniteTimeSpan ? int.MaxValue : (int)Math.Min(int.MaxValue, Math.Ceiling(limit / interval));

    private void Tell(bool isAsleep)
    {
        SimulatedProgram? program = _simulator.Loop.CurrentProgram;
        var step = new LongStep(program?.Name, program?.Host, _simulator.Now, _simulator.StepLimit) { IsAsleep = isAsleep, Others = ProgramReport.TryDescribeOthers(_simulator, program, asksThreads: false) };
        if (_simulator.LongStepSeen is { } seen)
        {
            seen(step);
        }
        else
        {
            Console.Error.WriteLine(step);
        }
    }

    private void End(Thread thread, bool isAsleep)
    {
        _simulator.Loop.Stuck = new StuckStep(_simulator.Loop.CurrentProgram, isAsleep, _simulator.StuckLimit);
        if (!_isOver)
        {
            StuckThreads.Stop(thread, isAsleep);
        }
    }
}
