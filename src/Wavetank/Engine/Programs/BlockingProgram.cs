namespace Wavetank.Engine.Programs;

/// <summary>
/// A program that blocks. It owns a thread, which runs only while it holds the baton. When it waits, it runs the simulation's
/// events itself until it is resumed or another thread's turn comes; so two programs that talk cost one switch of threads each way.
/// </summary>
internal sealed class BlockingProgram(Simulator simulator, string name, string host, object? owner, Func<SimulatedProgram, int> body)
    : SimulatedProgram(simulator, name, host, owner)
{
    // Code that catches every exception and calls again would spin after the end; after this many it is parked for good.
    private const int CallsAfterTheEnd = 100;

    // How long Dispose waits for a thread that does something else than what the simulation knows of: 200 times 10 ms.
    private const int LooksAtTheThread = 200;
    private const int MillisecondsBetweenLooks = 10;

    private readonly Baton _baton = new();
    private Thread? _thread;
    private int _callsAfterTheEnd;
    private bool _isWaiting;
    private bool _wasResumed;
    private volatile bool _aborted;
    private volatile bool _parked;

    /// <summary>While the thread waits, it runs events and the continuations of others; these must not wait on it.</summary>
    internal override bool MayBlock => !_isWaiting && Environment.CurrentManagedThreadId == _thread?.ManagedThreadId;

    internal override bool IsTimed => false;

    internal override void Wait()
    {
        if (!MayBlock)
        {
            throw CannotBlock();
        }

        ThrowIfEnded();
        RunUntilResumed();
        ThrowIfEnded();
    }

    internal override int WaitForHandles(nint[] handles, bool waitAll, int milliseconds)
    {
        if (!MayBlock || _aborted)
        {
            if (WaitOutside(handles, waitAll, milliseconds, out int result))
            {
                return result;
            }

            throw MayBlock ? new SimulationEndedException() : CannotBlock();
        }

        BlockingCallKind kind = BlockingCall.Classify(out string? site);
        if (kind == BlockingCallKind.OtherThread)
        {
            int patience = InsideLocks.Contains(site) ? InsideLocks.PatienceMilliseconds : Simulator.Loop.PatienceMilliseconds;
            int result = SimulationSynchronizationContext.WaitFor(handles, waitAll, milliseconds == 0 ? 0 : patience);
            if (result != SimulationSynchronizationContext.TimedOut || milliseconds == 0)
            {
                return result;
            }

            InsideLocks.Add(site);
        }

        ThrowIfEnded();
        var wait = new HandleWait(Simulator.Loop, _baton, handles, waitAll);
        if (wait.TryEnd(0) || milliseconds == 0)
        {
            return wait.Result;
        }

        Simulator.Loop.Add(wait);
        if (milliseconds > 0)
        {
            long time = kind == BlockingCallKind.Signal ? milliseconds : PlatformTimeout.Restore(milliseconds);
            Simulator.ScheduleAfter(wait, time * SimulationTime.NanosecondsPerMillisecond);
        }

        bool resumed = RunUntilResumed();
        Simulator.Cancel(wait);
        if (!resumed || IsKilled)
        {
            Simulator.Loop.Remove(wait);
        }

        ThrowIfEnded();

        return wait.Result;
    }

    private bool IsKilled => State == ProgramState.Killed;

    internal override void Resume() => Simulator.Loop.HandTo(_baton);

    internal override IReadOnlyList<string> Stack()
    {
        if (!_isWaiting)
        {
            return [];
        }

        // The thread that asks may be its own, as it runs events while it waits.
        return StackText.Clean(Environment.CurrentManagedThreadId == _thread?.ManagedThreadId
            ? StackText.Outside(nameof(EventLoop.RunUntilResumed), Environment.StackTrace)
            : _baton.AskForStack());
    }

    internal override void Abort()
    {
        if (_thread is not { IsAlive: true } thread)
        {
            return;
        }

        // One at a time, so that what programs do while they unwind (closing sockets) meets no other thread.
        _aborted = true;
        _baton.Signal();
#pragma warning disable RS0030 // The simulation is over, and so is its time.
        for (int i = 0; i < LooksAtTheThread && !_parked && !thread.Join(MillisecondsBetweenLooks); i++)
        {
        }
#pragma warning restore RS0030
    }

    private protected override void Begin()
    {
        _thread = new Thread(static program => ((BlockingProgram)program!).RunThread())
        {
            IsBackground = true,
            Name = $"{Host}/{Name}",
        };
        _thread.UnsafeStart(this);
        Resume();
    }

    // Posted, as only one thread can be handed the baton at a time.
    private protected override void Unwind() => Simulator.Post(new Unwinding(this));

    private ProgramMisuseException CannotBlock() => new(
        $"A task or callback of the blocking program '{Name}' on host '{Host}' made a call that would block, outside the program's own code.",
        "Await the call's Async variant there, or make the call from the program itself.");

    /// <summary>Runs events on the program's thread until it is resumed. False if the simulation was disposed meanwhile.</summary>
    private bool RunUntilResumed()
    {
        _isWaiting = true;
        SynchronizationContext? own = SynchronizationContext.Current;

        // The program's own ambients are not for what happens to run on its thread.
        if (Simulator.Loop.OuterContext is { } context)
        {
            ExecutionContext.Run(context, static program => ((BlockingProgram)program!).RunEvents(), this);
        }
        else
        {
            RunEvents();
        }

        SynchronizationContext.SetSynchronizationContext(own);
        _isWaiting = false;
        return _wasResumed;
    }

    private void RunEvents() => _wasResumed = Simulator.Loop.RunUntilResumed(_baton);

    private void ThrowIfEnded()
    {
        if (!_aborted && !IsKilled)
        {
            return;
        }

        if (++_callsAfterTheEnd > CallsAfterTheEnd)
        {
            _parked = true;
            if (!_aborted)
            {
                Simulator.Loop.Leave();
            }

            _baton.Await();
        }

        throw new SimulationEndedException();
    }

    private void RunThread()
    {
        _baton.Await();
        Simulator.Loop.TakeOver();
        SynchronizationContext.SetSynchronizationContext(Simulator.Loop.Context);
        if (!StuckThreads.Run(() => RunInContext(static program => ((BlockingProgram)program!).RunBody())))
        {
            Simulator.Loop.Break();
        }

        if (!_aborted)
        {
            Simulator.Loop.Leave();
        }
    }

    private void RunBody()
    {
        Enter();
        try
        {
            End(body(this));
        }
        catch (SimulationEndedException)
        {
            EndWithSimulation();
        }
        catch (Exception exception) when (exception is not ThreadAbortException)
        {
            End(exception);
        }
    }

    private sealed class Unwinding(BlockingProgram program) : SimulationEvent
    {
        protected internal override void Fire() => program.Resume();
    }
}
