using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Packets;
using Wavetank.Sockets.Waiting;
using Wavetank.Stack;
using Wavetank.Stack.Ports;

namespace Wavetank.Sockets.Transports;

/// <summary>
/// What a kernel does behind a socket: calls that never wait, each with the error that Linux gives, WouldBlock where a call had
/// to wait; and the queues of the calls that do wait.
/// </summary>
internal abstract class Transport(NetworkStack stack, string program, SocketSettings settings) : IEndpointOwner
{
    private List<ReadinessWait>? _watchers;

    public NetworkStack Stack { get; } = stack;

    public SocketSettings Settings { get; } = settings;

    /// <summary>Calls that wait to receive or to accept.</summary>
    public WaitQueue Reads { get; } = new();

    /// <summary>Calls that wait to send or to be connected.</summary>
    public WaitQueue Writes { get; } = new();

    public string Program { get; } = program;

    /// <summary>What the calls of the program go on through.</summary>
    public ProgramGate Gate { get; } = stack.Gate;

    public string? WaitingFor => (Reads.First ?? Writes.First) is { } operation
        ? $"{operation.Name} since {new SimulationTime(operation.Since)}"
        : null;

    /// <summary>The local end, once there is one.</summary>
    public abstract TransportAddress? Local { get; }

    /// <summary>The peer, once there is one.</summary>
    public abstract TransportAddress? Remote { get; }

    /// <summary>Bytes that can be read.</summary>
    public abstract int Available { get; }

    public virtual bool IsListening => false;

    /// <summary>Whether a receive or an accept would not wait.</summary>
    public abstract bool IsReadable { get; }

    /// <summary>Whether too little is there for a receive that waits (SO_RCVLOWAT).</summary>
    /// <param name="room">Bytes that the receive takes at most.</param>
    public virtual bool IsBelowLowWater(int room) => false;

    /// <summary>Whether a send would not wait, or a connect has ended.</summary>
    public abstract bool IsWritable { get; }

    /// <summary>Whether an error waits to be reported.</summary>
    public abstract bool HasError { get; }

    /// <summary>Whether nothing that was sent is still under way.</summary>
    public virtual bool IsDelivered => true;

    public abstract SocketError Bind(TransportAddress local);

    public virtual SocketError Listen(int backlog) => SocketError.OperationNotSupported;

    public virtual SocketError TryAccept(out StreamTransport? accepted)
    {
        accepted = null;
        return SocketError.OperationNotSupported;
    }

    /// <summary>Begins to connect. WouldBlock means that <see cref="FinishConnect"/> will tell.</summary>
    public abstract SocketError StartConnect(TransportAddress remote);

    /// <summary>What came of connecting; WouldBlock while it goes on.</summary>
    public virtual SocketError FinishConnect() => SocketError.Success;

    /// <summary>Forgets a connection attempt, so that another can follow.</summary>
    public virtual void AbandonConnect()
    {
    }

    /// <summary>Sends what fits.</summary>
    public abstract SocketError TrySend(ReadOnlySpan<byte> data, SocketFlags flags, TransportAddress? destination, out int sent);

    public abstract SocketError TryReceive(Span<byte> buffer, SocketFlags flags, out ReceivedMessage message);

    public abstract SocketError Shutdown(SocketShutdown how);

    /// <summary>The error that waits to be reported, which is thereby reported.</summary>
    public abstract SocketError TakeError();

    /// <summary>Brings changed settings to the endpoint.</summary>
    public abstract void ApplySettings();

    /// <summary>Lets go of the endpoint. Calls that wait are not told.</summary>
    /// <param name="abort">Whether a peer gets a RST instead of an orderly end.</param>
    public abstract void Close(bool abort);

    public void CloseAtExit() => Close(abort: false);

    public void Watch(ReadinessWait watcher) => (_watchers ??= []).Add(watcher);

    public void Unwatch(ReadinessWait watcher) => _watchers?.Remove(watcher);

    /// <summary>Lets those go on who wait to read.</summary>
    protected void WakeReaders()
    {
        Reads.Pump();
        WakeWatchers();
    }

    /// <summary>Lets those go on who wait to write or to be connected.</summary>
    protected void WakeWriters()
    {
        Writes.Pump();
        WakeWatchers();
    }

    protected SocketError TryBind(PortTable ports, TransportAddress local, bool reuseAddress, out PortBinding? binding)
    {
        binding = null;
        return local.Address.IsAny || local.Address.IsMulticast || Stack.Ip.IsLocal(local.Address) || Stack.Ip.IsGroup(local.Address)
            ? ports.TryBind(local.Address, local.Port, reuseAddress, out binding, Settings.DualMode)
            : SocketError.AddressNotAvailable;
    }

    /// <summary>Flags that a send or receive knows; the platform refuses all others.</summary>
    protected static bool AreKnown(SocketFlags flags)
    {
        const SocketFlags Known =
            SocketFlags.OutOfBand | SocketFlags.Peek | SocketFlags.DontRoute | SocketFlags.Truncated | SocketFlags.ControlDataTruncated;
        return (flags & ~Known) == 0;
    }

    private void WakeWatchers()
    {
        if (_watchers is null)
        {
            return;
        }

        foreach (ReadinessWait watcher in _watchers)
        {
            watcher.Wake();
        }
    }
}
