using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>Programs that block: all the shapes in which a developer has them.</summary>
public sealed partial class Host
{
    /// <summary>Starts a program that blocks, on a thread of its own; exactly one thread of the simulation runs at a time.</summary>
    /// <param name="program">The program; its sockets belong to this host.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram RunBlocking(Action program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartBlocking(Coded(_ => program()), name, delay);
    }

    /// <summary>Starts a program that blocks, on a thread of its own; exactly one thread of the simulation runs at a time.</summary>
    /// <param name="program">The program; its sockets belong to this host. What it returns is its exit code.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram RunBlocking(Func<int> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartBlocking(_ => program(), name, delay);
    }

    /// <summary>Starts a program that blocks, on a thread of its own; exactly one thread of the simulation runs at a time.</summary>
    /// <param name="program">The program; its sockets belong to this host. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram RunBlocking(Action<CancellationToken> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartBlocking(Coded(self => program(self.Cancellation)), name, delay);
    }

    /// <summary>Starts a program that blocks, on a thread of its own; exactly one thread of the simulation runs at a time.</summary>
    /// <param name="program">The program; its sockets belong to this host. What it returns is its exit code. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram RunBlocking(Func<CancellationToken, int> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartBlocking(self => program(self.Cancellation), name, delay);
    }

    /// <summary>Starts a program that blocks, with arguments, such as the <c>Main</c> of a client.</summary>
    /// <param name="program">The program; its sockets belong to this host.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram RunBlocking(Action<string[]> program, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(args);
        return StartBlocking(Coded(_ => program(args)), name, delay);
    }

    /// <summary>Starts a program that blocks, with arguments, such as the <c>Main</c> of a client.</summary>
    /// <param name="program">The program; its sockets belong to this host. What it returns is its exit code.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram RunBlocking(Func<string[], int> program, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(args);
        return StartBlocking(_ => program(args), name, delay);
    }

    // Named, so that reports can leave it out.
    private static Func<SimulatedProgram, int> Coded(Action<SimulatedProgram> program) => self =>
    {
        program(self);
        return 0;
    };

    private SimulatedProgram StartBlocking(Func<SimulatedProgram, int> program, string? name, TimeSpan delay)
    {
        ThrowIfNotRunning();
        return Network.Simulator.Programs.StartBlocking(name ?? NextName(), Name, Stack, program, delay, Stack.Gate);
    }
}
