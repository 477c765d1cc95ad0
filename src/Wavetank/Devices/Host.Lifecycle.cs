using Wavetank.Engine;

namespace Wavetank.Devices;

/// <summary>
/// How a host and its programs go, and come back. Each of these calls takes effect at the current instant, once the program that makes it
/// waits or ends: a program may crash its own host.
/// </summary>
public sealed partial class Host
{
    /// <summary>What the host does just now.</summary>
    public HostState State { get; private set; }

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
        foreach (HostService service in _services)
        {
            service.Start();
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
