using System.Diagnostics;
using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <summary>
/// Looks from a real timer whether the simulation's thread gets on. It only tells: .NET cannot stop a thread, nor read another thread's
/// stack. What it says depends on real time, so it goes beside the run's results and never into them.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const int LooksPerLimit = 4;

    private readonly Simulator _simulator;
    private readonly TimeSpan _limit;
    private long _progress = -1;
    private int _looksWithoutProgress;

#pragma warning disable RS0030 // The only clock of the core that is real: what it watches is how long a step takes in reality.
    private Timer? _timer;

    private Watchdog(Simulator simulator, TimeSpan limit)
    {
        _simulator = simulator;
        _limit = limit;
    }

    /// <summary>The real time from one look to the next.</summary>
    public TimeSpan Interval => _limit / LooksPerLimit;

    /// <summary>A watchdog whose owner looks; null where nobody wants it.</summary>
    public static Watchdog? Create(Simulator simulator) =>
        simulator.StepLimit == Timeout.InfiniteTimeSpan ? null : new Watchdog(simulator, simulator.StepLimit);

    /// <summary>Begins to watch a run; null where nobody wants it.</summary>
    public static Watchdog? Start(Simulator simulator)
    {
        Watchdog? made = Create(simulator);
        if (made is not null)
        {
            made._timer = new Timer(static watchdog => ((Watchdog)watchdog!).Look(), made, made.Interval, made.Interval);
        }

        return made;
    }

    public void Dispose() => _timer?.Dispose();
#pragma warning restore RS0030

    public void Look()
    {
        long progress = _simulator.Loop.Progress;
        if (progress != _progress)
        {
            _progress = progress;
            _looksWithoutProgress = 0;
        }
        else if (++_looksWithoutProgress == LooksPerLimit && !Debugger.IsAttached)
        {
            SimulatedProgram? program = _simulator.Loop.CurrentProgram;
            var step = new LongStep(program?.Name, program?.Host, _simulator.Now, _limit);
            if (_simulator.LongStepSeen is { } seen)
            {
                seen(step);
            }
            else
            {
                Console.Error.WriteLine(step);
            }
        }
    }
}
