using Wavetank.Engine.Programs;

namespace Wavetank.Engine;

/// <content>How a run begins and how it ends, on whichever thread it is.</content>
internal sealed partial class EventLoop
{
    /// <summary>Looks whether there can be a run, and keeps others from beginning one.</summary>
    private void Prepare(long limit)
    {
        ObjectDisposedException.ThrowIf(_disposed, simulator);
        ThrowIfBroken();
        if (_running)
        {
            throw new InvalidOperationException(
                "The simulation runs already. Run must not be called from a program inside it; start programs with host.Run instead.");
        }

        if (limit < simulator.NowNanoseconds)
        {
            throw new ArgumentOutOfRangeException(
                nameof(limit), $"The run cannot end at {new SimulationTime(limit)}: it is {simulator.Now} already.");
        }

        OuterContext = ExecutionContext.Capture();
        _running = true;
        _limit = limit;
        _outsideWasAwaited = false;
        _poolIsGivenUp = false;
    }

    private void Begin()
    {
        EnterPool();
        simulator.Thrown.BeginRun();
        ConsoleRedirection.Begin();
    }

    private void Finish(bool ended)
    {
        ConsoleRedirection.End();
        LeavePool();
        RunnerThreadId = 0;
        Runner = null;
        _running = false;
        _stopRequested = false;
        SeeToUnobserved(ended && Failure is null);
    }

    /// <summary>Why the run ended, or what failed in it.</summary>
    private RunEnd Conclude()
    {
        if (Failure is { } failure)
        {
            FirstFailure ??= failure;
            Failure = null;
            throw failure;
        }

        return _end == RunEnd.Completed && FirstFailure is not null ? RunEnd.Failed : _end;
    }
}
