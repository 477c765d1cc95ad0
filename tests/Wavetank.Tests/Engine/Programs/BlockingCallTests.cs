using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>What is told from the stack must stay the same when the compiler at run time has inlined all it can: hence the rounds.</summary>
public sealed class BlockingCallTests
{
    private const int Rounds = 150;
    private static readonly object Gate = new();

    [Fact]
    public void A_wait_for_an_event_is_a_signal() => AssertKind(BlockingCallKind.Signal, signal =>
    {
        using var wait = new AutoResetEvent(false);
        signal(() => wait.Set());
        wait.WaitOne();
    });

    [Fact]
    public void A_wait_for_a_pulse_is_a_signal() => AssertKind(BlockingCallKind.Signal, signal =>
    {
        lock (Gate)
        {
            signal(() =>
            {
                lock (Gate)
                {
                    Monitor.Pulse(Gate);
                }
            });
            Monitor.Wait(Gate);
        }
    });

    [Fact]
    public void A_wait_for_a_task_is_timed_by_the_platform() => AssertKind(BlockingCallKind.SignalTimedByPlatform, signal =>
    {
        var source = new TaskCompletionSource<int>();
        signal(() => source.SetResult(1));
        _ = source.Task.Result;
    });

    [Fact]
    public void A_wait_for_a_semaphore_is_timed_by_the_platform() => AssertKind(BlockingCallKind.SignalTimedByPlatform, signal =>
    {
        using var semaphore = new SemaphoreSlim(0);
        signal(() => semaphore.Release());
        semaphore.Wait();
    });

    [Fact]
    public void A_lock_is_another_threads_matter() => AssertKind(BlockingCallKind.OtherThread, signal =>
    {
        using var isHeld = new ManualResetEventSlim();
        Hold(Gate, isHeld, signal);
        lock (Gate)
        {
        }
    });

    [Fact]
    public void The_end_of_a_thread_is_another_threads_matter() => AssertKind(BlockingCallKind.OtherThread, signal =>
    {
        using var go = new ManualResetEventSlim();
        var thread = new Thread(() => go.Wait());
        thread.Start();
        signal(go.Set);
        thread.Join();
    });

    private static void Hold(object gate, ManualResetEventSlim isHeld, Action<Action> signal)
    {
        using var go = new ManualResetEventSlim();
        var holder = new Thread(() =>
        {
            lock (gate)
            {
                isHeld.Set();
                SpinWait.SpinUntil(() => go.IsSet);
            }
        });
        holder.Start();
        SpinWait.SpinUntil(() => isHeld.IsSet);
        signal(go.Set);
    }

    /// <summary>Runs a blocking call again and again in a context that notes what it sees, and lets go only once it has seen it.</summary>
    private static void AssertKind(BlockingCallKind expected, Action<Action<Action>> call)
    {
        var kinds = new HashSet<BlockingCallKind>();
        var thread = new Thread(() =>
        {
            var context = new NotingContext(kinds);
            SynchronizationContext.SetSynchronizationContext(context);
            for (int i = 0; i < Rounds; i++)
            {
                call(release => context.OnWait = release);
            }
        });
        thread.Start();
        thread.Join();

        Assert.Equal([expected], kinds);
    }

    private sealed class NotingContext : SynchronizationContext
    {
        private readonly HashSet<BlockingCallKind> _kinds;

        public NotingContext(HashSet<BlockingCallKind> kinds)
        {
            _kinds = kinds;
            SetWaitNotificationRequired();
        }

        public Action? OnWait { get; set; }

        public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
        {
            if (OnWait is { } release)
            {
                OnWait = null;
                _kinds.Add(BlockingCall.Classify(out _, typeof(NotingContext).FullName));
                release();
            }

            return WaitHelper(waitHandles, waitAll, millisecondsTimeout);
        }
    }
}
