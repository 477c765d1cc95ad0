using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>Programs that await: all the shapes in which a developer has them.</summary>
public sealed partial class Host
{
    private int _programs;

    /// <summary>Every program of the host in the order in which they were started, those that ended included.</summary>
    public IReadOnlyList<SimulatedProgram> Programs => [.. Network.Simulator.Programs.All.Where(program => program.Owner == Stack)];

    /// <summary>What the host's programs wrote to the console, in the order in which the lines were ended.</summary>
    public IReadOnlyList<OutputLine> Output => Network.Simulator.Console.LinesOf(Name);

    /// <summary>Starts an asynchronous program. Its code runs on the simulation's thread: it awaits simulated sockets and timers, and must not block.</summary>
    /// <param name="program">The program; its sockets belong to this host.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram Run(Func<Task> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartAsync(_ => program(), name, delay);
    }

    /// <summary>Starts an asynchronous program. Its code runs on the simulation's thread: it awaits simulated sockets and timers, and must not block.</summary>
    /// <param name="program">The program; its sockets belong to this host. What it returns is its exit code.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram Run(Func<Task<int>> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartAsync(_ => program(), name, delay);
    }

    /// <summary>Starts an asynchronous program. Its code runs on the simulation's thread: it awaits simulated sockets and timers, and must not block.</summary>
    /// <param name="program">The program; its sockets belong to this host. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram Run(Func<CancellationToken, Task> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartAsync(self => program(self.Cancellation), name, delay);
    }

    /// <summary>Starts an asynchronous program. Its code runs on the simulation's thread: it awaits simulated sockets and timers, and must not block.</summary>
    /// <param name="program">The program; its sockets belong to this host. What it returns is its exit code. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram Run(Func<CancellationToken, Task<int>> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return StartAsync(self => program(self.Cancellation), name, delay);
    }

    /// <summary>Starts an asynchronous program with arguments, such as the <c>Main</c> of a server.</summary>
    /// <param name="program">The program; its sockets belong to this host.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram Run(Func<string[], Task> program, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(args);
        return StartAsync(_ => program(args), name, delay);
    }

    /// <summary>Starts an asynchronous program with arguments, such as the <c>Main</c> of a server.</summary>
    /// <param name="program">The program; its sockets belong to this host. What it returns is its exit code.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    /// <exception cref="InvalidOperationException">The host crashed or was stopped.</exception>
    public SimulatedProgram Run(Func<string[], Task<int>> program, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(args);
        return StartAsync(_ => program(args), name, delay);
    }

    private SimulatedProgram StartAsync(Func<SimulatedProgram, Task> program, string? name, TimeSpan delay)
    {
        ThrowIfNotRunning();
        return Network.Simulator.Programs.StartAsync(name ?? NextName(), Name, Stack, program, delay, Stack.Gate);
    }

    private string NextName() => $"program-{++_programs}";
}
