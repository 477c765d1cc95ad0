using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Devices;

/// <summary>
/// How a host and its programs go, and come back. Each of these calls takes effect at the current instant, once the program that makes it
/// waits or ends: a program may crash its own host.
/// </summary>
public sealed partial class Host
{
    private List<Action>? _services;

    /// <summary>What the host does just now.</summary>
    public HostState State { get; private set; }

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public void AddService(Func<Task> service, string? name = null, TimeSpan delay = default) => AddService(service, name, delay, null);

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins.</param>
    /// <param name="started">Is told of the program at each start.</param>
    public void AddService(Func<Task> service, string? name, TimeSpan delay, Action<SimulatedProgram>? started)
    {
        ArgumentNullException.ThrowIfNull(service);
        string chosen = name ?? NextName();
        Add(() =>
        {
            SimulatedProgram program = Run(service, chosen, delay);
            started?.Invoke(program);
        });
    }

    /// <summary>Starts a program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Its token is cancelled where the host is stopped or crashes.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public void AddService(Func<CancellationToken, Task> service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        string chosen = name ?? NextName();
        Add(() => Run(service, chosen, delay));
    }

    /// <summary>Starts a blocking program that belongs to the host: it runs now, and anew each time the host is started again.</summary>
    /// <param name="service">The program; its sockets belong to this host. Called once for each start.</param>
    /// <param name="name">Its name in messages and results. Default: <c>program-1</c>, <c>program-2</c> …</param>
    /// <param name="delay">How long after each start it begins. Default: at once.</param>
    public void AddBlockingService(Action service, string? name = null, TimeSpan delay = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        string chosen = name ?? NextName();
        Add(() => RunBlocking(service, chosen, delay));
    }

    /// <summary>
    /// Takes the host's power away. Its programs end where they stand, its sockets and connections vanish without a word, and it neither
    /// sends nor hears until <see cref="Start"/>. What is on its way arrives; peers find out by their own timeouts, or by the RST with
    /// which the host, once it is back, answers for connections that it does not know.
    /// </summary>
    public void Crash() => Do(() =>
    {
        if (State == HostState.Crashed)
        {
            return;
        }

        EndPrograms();
        Stack.PowerOff();
        State = HostState.Crashed;
    });

    /// <summary>
    /// Ends the host's programs where they stand; the operating system closes what they left open, as when a process is killed: a FIN for
    /// each connection, a RST for one with unread data. The host answers on: a RST, or port unreachable.
    /// </summary>
    public void Stop() => Do(StopNow);

    /// <summary>
    /// Asks the host's programs to end, as SIGTERM does: the token of each that takes one is cancelled. Once all have ended, or after the
    /// grace period, the host is stopped as by <see cref="Stop()"/>.
    /// </summary>
    /// <param name="grace">How long programs may take to end; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grace"/> is negative.</exception>
    public void Stop(TimeSpan grace)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, TimeSpan.Zero);
        Do(() => BeginStop(grace));
    }

    /// <summary>Starts a host that crashed or was stopped: with power, without memory, and with its services running anew.</summary>
    public void Start() => Do(() =>
    {
        if (State is HostState.Running or HostState.Paused)
        {
            return;
        }

        Stack.PowerOn();
        State = HostState.Running;
        foreach (Action service in _services ?? [])
        {
            service();
        }
    });

    /// <summary>
    /// Lets the host's programs stand still, as SIGSTOP does: nothing that they wait for reaches them, their timers included. The host's
    /// TCP goes on: it acknowledges until its buffers are full.
    /// </summary>
    public void Pause() => Do(() =>
    {
        if (State == HostState.Running)
        {
            Stack.Gate.Shut();
            State = HostState.Paused;
        }
    });

    /// <summary>Lets programs that were paused go on: what came meanwhile comes to them now, in its order.</summary>
    public void Resume() => Do(() =>
    {
        if (State == HostState.Paused)
        {
            State = HostState.Running;
            Stack.Gate.Open();
        }
    });

    // As an event: then no program is in the middle of a step, and nothing that was completed is still to be told.
    private void Do(Action action) => Network.Simulator.Schedule(new Change(action), TimeSpan.Zero);

    private void ThrowIfNotRunning()
    {
        if (State is HostState.Crashed or HostState.Stopped)
        {
            throw new InvalidOperationException($"Host '{Name}' is {(State == HostState.Crashed ? "without power" : "stopped")}; call Start before a program is run on it.");
        }
    }

    private sealed class Change(Action action) : SimulationEvent
    {
        protected internal override void Fire() => action();
    }
}
