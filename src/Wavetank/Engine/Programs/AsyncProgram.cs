namespace Wavetank.Engine.Programs;

/// <summary>A program that awaits. Its code runs on the simulation's thread, so it must not block.</summary>
internal sealed class AsyncProgram(Simulator simulator, string name, string host, object? owner, Func<Task> body)
    : SimulatedProgram(simulator, name, host, owner)
{
    internal override bool MayBlock => false;

    internal override void Wait() => throw CannotBlock();

    internal override int WaitForHandles(nint[] handles, bool waitAll, int milliseconds) =>
        WaitOutside(handles, waitAll, milliseconds, out int result) ? result : throw CannotBlock();

    internal override void Resume() => throw new InvalidOperationException("An asynchronous program is resumed through its continuations.");

    internal override void Abort()
    {
        // Its continuations are never called again, and the garbage collector takes the rest.
    }

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

    private InvalidOperationException CannotBlock() => new(
        $"Program '{Name}' on host '{Host}' is asynchronous and made a call that would block, which would stop all of simulated time. "
        + "Await the call's Async variant instead, and await a task instead of calling its Result or Wait, or start the program with RunBlocking.");

    private async Task RunAsync()
    {
        Enter();
        try
        {
            await body();
            End(null);
        }
        catch (Exception exception)
        {
            End(exception);
        }
    }
}
