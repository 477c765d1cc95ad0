using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace Wavetank.Engine.Programs;

/// <summary>
/// One call that a program waits for: awaited, or waited for by a blocking program's thread. Reusable, so that a socket keeps one
/// for its reads and one for its writes, and a round trip allocates nothing.
/// </summary>
/// <remarks>
/// Completing it posts it: the program goes on at the same instant, but never inside the call that completed it (the middle of a
/// segment's arrival).
/// </remarks>
internal class Operation<T>(Simulator simulator, ProgramGate? gate = null) : SimulationEvent, IValueTaskSource<T>, IValueTaskSource
{
    private ManualResetValueTaskSourceCore<T> _core;
    private CancellationTokenRegistration _registration;
    private CancellationToken _token;
    private SimulatedProgram? _blocked;
    private T _result = default!;
    private Exception? _error;
    private State _state;
    private bool _awaitedOutsideContext;

    private enum State
    {
        Idle,
        Pending,
        Posted,
        Done,
    }

    /// <summary>What the waiter goes on through; null where nothing can hold it.</summary>
    private protected ProgramGate? Gate { get; set; } = gate;

    /// <summary>Whether the call still waits for its result.</summary>
    public bool IsPending => _state == State.Pending;

    /// <summary>Whether the operation can serve a new call.</summary>
    public bool IsIdle => _state == State.Idle;

    public void Begin(CancellationToken cancellationToken = default)
    {
        _state = State.Pending;
        _token = cancellationToken;
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((Operation<T>)state!).Cancel(token), this);
        }
    }

    /// <summary>Ends the call with its result. False if it had ended already.</summary>
    public bool TryComplete(T result)
    {
        if (_state != State.Pending)
        {
            return false;
        }

        _result = result;
        End();
        return true;
    }

    /// <summary>Ends the call with an exception. False if it had ended already.</summary>
    public bool TryFail(Exception error)
    {
        if (_state != State.Pending)
        {
            return false;
        }

        _error = error;
        End();
        return true;
    }

    public ValueTask<T> AsValueTask() => new(this, _core.Version);

    public ValueTask AsUntypedValueTask() => new(this, _core.Version);

    /// <summary>Blocks the calling program until the call has its result.</summary>
    /// <exception cref="InvalidOperationException">The calling code is not a blocking program.</exception>
    public T Wait()
    {
        if (_state == State.Pending)
        {
            SimulatedProgram program = SimulatedProgram.Current ?? throw new InvalidOperationException(
                "A call that would block was made outside of a program of the simulation. Make it inside host.RunBlocking, or await its Async variant inside host.Run.");
            _blocked = program;
            try
            {
                program.Wait();
            }
            catch
            {
                // The call was refused or the simulation ended: nobody waits any more.
                _blocked = null;
                Reset();
                throw;
            }
        }
        else if (_state == State.Posted)
        {
            // Ended before anyone waited. What is posted still fires, and finds that nobody waits for it.
            _state = State.Done;
        }

        _blocked = null;
        return Take();
    }

    T IValueTaskSource<T>.GetResult(short token)
    {
        _ = _core.GetStatus(token);
        return Take();
    }

    void IValueTaskSource.GetResult(short token)
    {
        _ = _core.GetStatus(token);
        Take();
    }

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => Status(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => Status(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        OnCompleted(continuation, state, token, flags);

    protected internal sealed override void Fire()
    {
        if (_state == State.Pending)
        {
            OnDue();
        }

        if (_state != State.Posted)
        {
            return;
        }

        if (Gate is { IsOpen: false } shut)
        {
            shut.Hold(this);
            return;
        }

        _state = State.Done;
        simulator.Loop.ProgramMayRun();
        if (_blocked is { } program)
        {
            program.Resume();
        }
        else if (_awaitedOutsideContext)
        {
            // For ConfigureAwait(false), which libraries say everywhere. What awaits a task of such code goes on inline only where no
            // context is current, as on the loop; elsewhere the platform would send it to the thread pool. The program's own code
            // comes back by its context.
            _core.SetResult(default!);
        }
        else
        {
            SynchronizationContext.SetSynchronizationContext(simulator.Loop.Context);
            _core.SetResult(default!);
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }

    /// <summary>Called when the operation was scheduled as an event, and the call is still waiting when it fires.</summary>
    private protected virtual void OnDue()
    {
    }

    /// <summary>
    /// Ends the call with its result from within its own event: the program goes on in it. It is what posting would come to, as an event
    /// fires only where nothing is posted.
    /// </summary>
    private protected void CompleteAtOnce(T result)
    {
        _result = result;
        _state = State.Posted;
        _registration.Unregister();
        _registration = default;
    }

    /// <summary>Called when the call was cancelled, before its waiter goes on.</summary>
    private protected virtual void OnCanceled()
    {
    }

    /// <summary>Called when the result was taken and the operation can serve again.</summary>
    private protected virtual void OnTaken()
    {
    }

    private void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _awaitedOutsideContext = (flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) == 0;

        // Resumed inline: the simulation's thread is where the continuation belongs, whatever context it was captured in.
        _core.OnCompleted(continuation, state, token, flags & ~ValueTaskSourceOnCompletedFlags.UseSchedulingContext);
    }

    private ValueTaskSourceStatus Status(short token)
    {
        ValueTaskSourceStatus status = _core.GetStatus(token);
        return status == ValueTaskSourceStatus.Succeeded && _error is not null
            ? _error is OperationCanceledException ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Faulted
            : status;
    }

    private void End()
    {
        _state = State.Posted;
        _registration.Unregister();
        _registration = default;
        simulator.Post(this);
    }

    private void Cancel(CancellationToken token)
    {
        if (!simulator.Loop.IsOnLoop)
        {
            simulator.Loop.PostForeign(new ForeignCancellation(this, token));
            return;
        }

        // What another thread cancelled may be over, and the operation in another call with another token.
        if (token == _token && TryFail(new OperationCanceledException(token)))
        {
            OnCanceled();
        }
    }

    private T Take()
    {
        T result = _result;
        Exception? error = _error;
        Reset();
        if (error is not null)
        {
            Throw(error);
        }

        return result;
    }

    private void Reset()
    {
        _result = default!;
        _error = null;
        _registration.Unregister();
        _registration = default;
        _token = default;
        _core.Reset();
        _state = State.Idle;
        OnTaken();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(Exception error) => throw error;

    private sealed class ForeignCancellation(Operation<T> operation, CancellationToken token) : SimulationEvent
    {
        protected internal override void Fire() => operation.Cancel(token);
    }
}
