namespace Wavetank.Devices;

/// <summary>Services that block, each start on a thread of its own, in all the shapes in which programs are run.</summary>
public sealed partial class Host
{
    /// <summary>Starts a blocking program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddBlockingService(Action service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => RunBlocking(service, chosen, delay));
    }

    /// <summary>Starts a blocking program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. What it returns is its exit code.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddBlockingService(Func<int> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => RunBlocking(service, chosen, delay));
    }

    /// <summary>Starts a blocking program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddBlockingService(Action<CancellationToken> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => RunBlocking(service, chosen, delay));
    }

    /// <summary>Starts a blocking program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. What it returns is its exit code. Its token is cancelled where the host is stopped with a grace period, stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddBlockingService(Func<CancellationToken, int> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        return Add(name, chosen => RunBlocking(service, chosen, delay));
    }

    /// <summary>Starts a blocking program that belongs to the host, with arguments, such as the <c>Main</c> of a server: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="args">Its arguments; each start has a copy of its own.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddBlockingService(Action<string[]> service, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(args);
        string[] own = [.. args];
        return Add(name, chosen => RunBlocking(service, [.. own], chosen, delay));
    }

    /// <summary>Starts a blocking program that belongs to the host, with arguments, such as the <c>Main</c> of a server: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start. What it returns is its exit code.</param>
    /// <param name="args">Its arguments; each start has a copy of its own.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public HostService AddBlockingService(Func<string[], int> service, string[] args, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(args);
        string[] own = [.. args];
        return Add(name, chosen => RunBlocking(service, [.. own], chosen, delay));
    }
}
