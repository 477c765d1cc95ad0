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
    private readonly Timer _timer;

    private Watchdog(Simulator simulator, TimeSpan limit)
    {
        _simulator = simulator;
        _limit = limit;
        _timer = new Timer(static watchdog => ((Watchdog)watchdog!).Look(), this, limit / LooksPerLimit, limit / LooksPerLimit);
    }

    public void Dispose() => _timer.Dispose();
#pragma warning restore RS0030

    /// <summary>Begins to watch a run; null where nobody wants it.</summary>
    public static Watchdog? Start(Simulator simulator) =>
        simulator.StepLimit == Timeout.InfiniteTimeSpan ? null : new Watchdog(simulator, simulator.StepLimit);

    private void Look()
    {
        long progress = _simulator.EventsFired + _simulator.Loop.PostedFired;
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
