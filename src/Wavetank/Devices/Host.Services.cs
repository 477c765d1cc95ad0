using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>Services that await: programs that start with the host, in all the shapes in which programs are run.</summary>
public sealed partial class Host
{
    private readonly List<HostService> _services = [];

    /// <summary>The programs that start with the host, in the order in which they were added.</summary>
    public IReadOnlyList<HostService> Services => _services;

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddService(Func<Task> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => Run(service, chosen, delay));
    }

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. What it returns is its exit code.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddService(Func<Task<int>> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => Run(service, chosen, delay));
    }

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddService(Func<CancellationToken, Task> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => Run(service, chosen, delay));
    }

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. What it returns is its exit code. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddService(Func<CancellationToken, Task<int>> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => Run(service, chosen, delay));
    }

    /// <summary>Starts a program that belongs to the host, with arguments, such as the <c>Main</c> of a server: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="args">Its arguments; each start has a copy of its own.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddService(Func<string[], Task> service, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(args);
        string[] own = [.. args];
        return Add(name, chosen => Run(service, [.. own], chosen, delay));
    }

    /// <summary>Starts a program that belongs to the host, with arguments, such as the <c>Main</c> of a server: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. What it returns is its exit code.</param>
    /// <param name="args">Its arguments; each start has a copy of its own.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddService(Func<string[], Task<int>> service, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(args);
        string[] own = [.. args];
        return Add(name, chosen => Run(service, [.. own], chosen, delay));
    }

    private HostService Add(string? name, Func<string, SimulatedProgram> start)
    {
        string chosen = name ?? NextName();
        var service = new HostService(chosen, () => start(chosen));
        _services.Add(service);
        if (State is HostState.Running or HostState.Paused)
        {
            service.Start();
        }

        return service;
    }
}
