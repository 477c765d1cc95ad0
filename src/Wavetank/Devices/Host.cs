using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>A device that runs programs. It sends and receives, and passes nothing on for others.</summary>
public sealed class Host : IpDevice
{
    private int _programs;

    internal Host(Network network, string name, int index)
        : base(network, name, index, isForwarding: false)
    {
    }

    /// <summary>What the host's TCP sockets start with: congestion control, ECN, buffers.</summary>
    public HostTcp Tcp => field ??= new HostTcp(Stack);

    /// <summary>
    /// Starts an asynchronous program. Its code runs on the simulation's thread: it awaits simulated sockets and timers, and must
    /// not block.
    /// </summary>
    /// <param name="program">The program; its sockets belong to this host.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    public SimulatedProgram Run(Func<Task> program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Network.Simulator.Programs.StartAsync(name ?? NextName(), Name, Stack, program, delay);
    }

    /// <summary>Starts a program that blocks, on a thread of its own; exactly one thread of the simulation runs at a time.</summary>
    /// <param name="program">The program; its sockets belong to this host.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after now it starts. Default: at once.</param>
    public SimulatedProgram RunBlocking(Action program, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Network.Simulator.Programs.StartBlocking(name ?? NextName(), Name, Stack, program, delay);
    }

    private string NextName() => $"program-{++_programs}";
}
