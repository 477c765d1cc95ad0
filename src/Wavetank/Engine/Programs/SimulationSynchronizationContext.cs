namespace Wavetank.Engine.Programs;

/// <summary>
/// Brings awaited continuations back to the simulation's thread, and sees every call there that would block it. What is posted from
/// there runs at the current instant, in the order of posting; what another thread posts arrives when it does, which no seed can repeat.
/// </summary>
internal sealed class SimulationSynchronizationContext : SynchronizationContext
{
    /// <summary>What <see cref="Wait"/> returns when no handle was signalled in time (WAIT_TIMEOUT).</summary>
    public const int TimedOut = 258;

    private readonly Simulator _simulator;

    // Callbacks that ran, for the next: a program that awaits a timer in a loop posts one each time.
    private PostedCallback? _free;

    public SimulationSynchronizationContext(Simulator simulator)
    {
        _simulator = simulator;

        // From here on the platform calls Wait wherever a thread in this context is about to block: locks, tasks, semaphores, events.
        SetWaitNotificationRequired();
    }

    /// <summary>Waits for the handles in real time, whoever else would have to run meanwhile.</summary>
    /// <returns>The index of the signalled handle, or <see cref="TimedOut"/>.</returns>
    public static int WaitFor(nint[] handles, bool waitAll, int milliseconds) => WaitHelper(handles, waitAll, milliseconds);

    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        // What is no program's code (an observer that writes a file, a debugger that holds the run) may block as long as it likes.
        SimulatedProgram? program = SimulatedProgram.Current;
        return program?.Simulator == _simulator
            ? program.WaitForHandles(waitHandles, waitAll, millisecondsTimeout)
            : WaitHelper(waitHandles, waitAll, millisecondsTimeout);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_simulator.Loop.IsOnLoop)
        {
            PostedCallback item = _free ?? new PostedCallback(this);
            _free = item.Next;
            item.Set(d, state);
            _simulator.Post(item);
        }
        else
        {
            var item = new PostedCallback(this);
            item.Set(d, state);
            _simulator.Loop.PostForeign(item);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!_simulator.Loop.IsOnLoop)
        {
            throw new InvalidOperationException("Only the simulation's own thread can send to it; use Post.");
        }

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    private sealed class PostedCallback(SimulationSynchronizationContext context) : SimulationEvent
    {
        private SendOrPostCallback? _callback;
        private object? _state;

        // An async void method that fails posts its exception from its own execution context.
        private SimulatedProgram? _program;

        /// <summary>The next that is free.</summary>
        public PostedCallback? Next { get; private set; }

        public void Set(SendOrPostCallback callback, object? state)
        {
            _callback = callback;
            _state = state;
            _program = SimulatedProgram.Current;
            Next = null;
        }

        protected internal override void Fire()
        {
            SendOrPostCallback callback = _callback!;
            object? state = _state;
            SimulatedProgram? program = _program;
            _callback = null;
            _state = null;
            _program = null;
            Next = context._free;
            context._free = this;

            // Its host crashed or it was killed: nobody is told.
            if (program is { State: ProgramState.Killed })
            {
                return;
            }

            SetSynchronizationContext(context);
            try
            {
                callback(state);
            }
            catch (Exception exception) when (program is not null && exception is not ThreadAbortException)
            {
                throw program.ToFailure(exception);
            }

            SetSynchronizationContext(null);
        }
    }
}
