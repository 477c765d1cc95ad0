using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Wavetank.Engine.Programs;

/// <summary>
/// The process's thread pool, held to one worker for the length of a run. It is public API, and restored afterwards. As there is one
/// pool in a process, one such run goes on at a time, and others wait for their turn without a thread.
/// </summary>
/// <remarks>
/// A thread of its own stands beside it, because the pool's timers cannot fire where the pool's only thread is blocked: it sees that,
/// and gives the run up. .NET can neither stop a thread nor read its stack, so it says which program it was and when.
/// </remarks>
[SuppressMessage("Reliability", "CA1001", Justification = "A ManualResetEventSlim holds nothing to dispose unless its wait handle is asked for.")]
internal sealed class PoolOfOne : IThreadPoolWorkItem
{
    private const int LookMilliseconds = 20;
    private const int FreeingMilliseconds = 500;

    private static readonly SemaphoreSlim Free = new(1);

    private readonly EventLoop _loop;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _isOver = new();
    private PoolThreads _before;
    private int _ends;

    private PoolOfOne(EventLoop loop) => _loop = loop;

    /// <summary>Milliseconds. The other tests of a test project take threads of the pool for as long as each of them runs.</summary>
    private int PatienceForOthers => 30 * _loop.PatienceMilliseconds;

    /// <summary>Lets a loop have its turns until its run is over.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="begins">Called when the pool is the loop's.</param>
    public static async Task RunAsync(EventLoop loop, Action<PoolOfOne> begins)
    {
        await Free.WaitAsync().ConfigureAwait(false);
        try
        {
            var pool = new PoolOfOne(loop);
            begins(pool);
            new Thread(pool.Watch) { IsBackground = true, Name = "Wavetank: beside the pool of one" }.UnsafeStart();
            await pool._ended.Task.ConfigureAwait(false);
        }
        finally
        {
            Free.Release();
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        try
        {
            if (_loop.RunTurn())
            {
                Queue();
            }
            else
            {
                End(null);
            }
        }
        catch (Exception exception)
        {
            End(exception);
        }
    }

#pragma warning disable RS0030 // This is the one place that puts the simulation on the thread pool, and looks at it by real time.
    private void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    private void Watch()
    {
        _before = PoolThreads.Narrow();
        if (!AwaitOthers())
        {
            End(new InvalidOperationException(
                $"The run needs the thread pool to itself, but {PoolThreads.CountBusy()} of its threads did not come back within {PatienceForOthers / 1000} s: something outside of the simulation blocks them. "
                + "Await RunAsync instead of blocking on it, and end what else blocks threads of the pool (Task.Run with a loop that waits, task.Result) before."));
            return;
        }

        Queue();
        using Watchdog? watchdog = Watchdog.Create(_loop.Simulator);
        long progress = -1;
        int blocked = 0, sinceLook = 0;
        while (!_isOver.Wait(LookMilliseconds))
        {
            bool isStill = progress == _loop.Progress;
            progress = _loop.Progress;
            sinceLook += LookMilliseconds;
            if (sinceLook >= watchdog?.Interval.TotalMilliseconds)
            {
                sinceLook = 0;
                watchdog.Look();
            }

            blocked = isStill && IsWorkerBlocked() ? blocked + LookMilliseconds : 0;
            if (blocked >= _loop.PatienceMilliseconds && !Debugger.IsAttached)
            {
                GiveUp();
            }
        }
    }

    private bool IsWorkerBlocked() =>
        !_loop.IsLent && _loop.Worker is { } worker && (worker.ThreadState & System.Threading.ThreadState.WaitSleepJoin) != 0;

    /// <summary>Waits until every worker of the pool but for the one to come has gone home. What they had to do is none of ours.</summary>
    private bool AwaitOthers()
    {
        for (int waited = 0; PoolThreads.CountBusy() > 0; waited++)
        {
            if (_isOver.Wait(1) || waited > PatienceForOthers)
            {
                return false;
            }
        }

        return true;
    }

    private void GiveUp()
    {
        if (Interlocked.Exchange(ref _ends, 1) == 0)
        {
            _loop.Abandon(
                $"blocked the only thread of the pool at {_loop.Simulator.Now}, for more than {_loop.PatienceMilliseconds} ms of real time, so that nothing could ever happen again.",
                "Look there for task.Result, task.Wait(), GetAwaiter().GetResult(), a lock or Thread.Sleep. Await instead, or start the program with host.RunBlocking, where blocking is allowed.");
            FreeWorker();
            Leave(null);
        }
    }

    /// <summary>The pool is whole again only when the blocked thread has come back to it, so it is helped to.</summary>
    private void FreeWorker()
    {
        _before.Restore();
        bool isTimeUp = false;
        var helper = new Thread(() => _loop.FreeBlocked(() => !Volatile.Read(ref isTimeUp) && IsWorkerBlocked()))
        {
            IsBackground = true,
            Name = "Wavetank: frees the pool of one",
        };
        helper.UnsafeStart();
        helper.Join(FreeingMilliseconds);
        Volatile.Write(ref isTimeUp, true);
    }

#pragma warning restore RS0030

    private void End(Exception? exception)
    {
        if (Interlocked.Exchange(ref _ends, 1) == 0)
        {
            Leave(exception);
        }
    }

    private void Leave(Exception? exception)
    {
        _before.Restore();
        _isOver.Set();
        if (exception is null)
        {
            _ended.SetResult();
        }
        else
        {
            _ended.SetException(exception);
        }
    }
}
