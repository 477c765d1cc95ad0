namespace Wavetank.Engine.Programs;

/// <summary>A program that awaits. Its code runs on the simulation's thread, so it must not block.</summary>
internal sealed class AsyncProgram(Simulator simulator, string name, string host, object? owner, Func<SimulatedProgram, Task> body)
    : SimulatedProgram(simulator, name, host, owner)
{
    private Task? _task;

    internal override bool MayBlock => false;

    internal override bool IsTimed => _task is not null && AsyncStack.IsDelay(AsyncStack.AwaitedBy(_task));

    internal override void Wait() => throw CannotBlock();

    internal override int WaitForHandles(nint[] handles, bool waitAll, int milliseconds) =>
        WaitOutside(handles, waitAll, milliseconds, out int result) ? result : throw CannotBlock();

    internal override void Resume() => throw new InvalidOperationException("An asynchronous program is resumed through its continuations.");

    internal override void Abort()
    {
        // Its continuations are never called again, and the garbage collector takes the rest.
    }

    internal override IReadOnlyList<string> Stack() => _task is null ? [] : AsyncStack.Of(_task);

    private protected override void Begin()
    {
        SynchronizationContext.SetSynchronizationContext(Simulator.Loop.Context);
        RunInContext(static program => _ = ((AsyncProgram)program!).RunAsync());
        SynchronizationContext.SetSynchronizationContext(null);
    }

    private protected override void Unwind()
    {
        // Its continuations are never called again, and the garbage collector takes the rest.
    }

    private ProgramMisuseException CannotBlock() => new(
        $"Program '{Name}' on host '{Host}' is asynchronous and made a call that would block, which would stop all of simulated time.",
        "Await the call's Async variant instead, and await a task instead of calling its Result or Wait, or start the program with RunBlocking.");

    private async Task RunAsync()
    {
        Enter();
        try
        {
            _task = body(this) ?? throw new InvalidOperationException("The program returned null instead of a task.");
            await _task;

            // A method that returns Task<int> also fits where a Func<Task> is asked for.
            End(_task is Task<int> coded ? coded.Result : 0);
        }
        catch (Exception exception) when (exception is not ThreadAbortException)
        {
            End(exception);
        }
    }
}
