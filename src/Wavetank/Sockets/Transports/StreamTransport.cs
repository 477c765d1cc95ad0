using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Sockets.Transports;

/// <summary>TCP behind a socket: unbound, bound, listening, connecting, connected or done with.</summary>
internal sealed partial class StreamTransport : Transport, ITcpUser, ITcpListenUser
{
    private PortBinding? _binding;
    private TcpListenQueue? _listener;
    private TcpConnection? _connection;
    private SocketError _error;
    private bool _established;
    private bool _sendShut;

    public StreamTransport(NetworkStack stack, string program, SocketSettings settings)
        : base(stack, program, settings)
    {
    }

    private StreamTransport(NetworkStack stack, string program, SocketSettings settings, TcpConnection accepted)
        : base(stack, program, settings)
    {
        _connection = accepted;
        _established = true;
        _error = accepted.Error;
        accepted.User = this;
    }

    public override TransportAddress? Local => _connection?.Local ?? _listener?.Local ?? _binding?.TransportAddress;

    public override TransportAddress? Remote => _connection?.Remote;

    public override int Available => _connection?.Available ?? 0;

    /// <summary>The connection behind the socket; null before there is one.</summary>
    public TcpConnection? Connection => _connection;

    /// <summary>Name of the congestion control that the connection has, or will have.</summary>
    public string CongestionControl =>
        _connection?.CongestionControl.Name ?? Settings.Tcp.CongestionControl ?? Stack.TcpIfUsed?.DefaultCongestionControl ?? CongestionControlTable.Default;

    public override bool IsListening => _listener is not null;

    // Linux reports an end that was never connected as hung up: readable and writable.
    public override bool IsReadable => _listener is not null
        ? _listener.Readable
        : _connection is null || HasError || (_established && !IsBelowLowWater(int.MaxValue) && (_connection.Available > 0 || _connection.EndOfStream));

    public override bool IsWritable => _listener is null
        && (_connection is null || HasError || (_established && (_connection.SendSpace > 0 || !_connection.CanSend)));

    public override bool HasError => _error != SocketError.Success;

    public override bool IsDelivered => _connection is null or { Queued: 0 };

    public override SocketError Bind(TransportAddress local)
    {
        if (_binding is not null || _connection is not null || _listener is not null)
        {
            return SocketError.InvalidArgument;
        }

        // The platform sets SO_REUSEADDR on every stream socket that it binds, so only a listener keeps others off.
        return TryBind(Stack.Tcp.Ports, local, reuseAddress: true, out _binding);
    }

    public override SocketError Listen(int backlog)
    {
        if (_listener is not null)
        {
            _listener.Backlog = backlog < 0 ? TcpListenQueue.MaximumBacklog : Math.Min(backlog, TcpListenQueue.MaximumBacklog);
            return SocketError.Success;
        }

        if (_connection is not null)
        {
            return SocketError.InvalidArgument;
        }

        if (_binding is null && Bind(new TransportAddress(AnyAddress, 0)) is var error and not SocketError.Success)
        {
            return error;
        }

        if (OthersListenHere(_binding!))
        {
            return SocketError.AddressAlreadyInUse;
        }

        _listener = Stack.Tcp.Listen(_binding!, backlog, Settings.Tcp, this);
        _listener.DualMode = Settings.DualMode;
        return SocketError.Success;
    }

    public override SocketError TryAccept(out StreamTransport? accepted)
    {
        accepted = null;
        if (_listener is null)
        {
            return SocketError.InvalidArgument;
        }

        if (_listener.TryAccept() is not { } connection)
        {
            return SocketError.WouldBlock;
        }

        // What Linux copies from the listener; its timeouts are not among it.
        var settings = new SocketSettings
        {
            Tcp = connection.Settings,
            ReuseAddress = Settings.ReuseAddress,
            ReceiveLowWater = Settings.ReceiveLowWater,
            OutOfBandInline = Settings.OutOfBandInline,
            DontRoute = Settings.DontRoute,
            Debug = Settings.Debug,
            Broadcast = Settings.Broadcast,
            PacketInformation = Settings.PacketInformation,
            IsIPv6 = Settings.IsIPv6,
            DualMode = Settings.DualMode,
            DontFragment = Settings.DontFragment,
            SendBufferSize = Settings.SendBufferSize,
            ReceiveBufferSize = Settings.ReceiveBufferSize,
            Ttl = Settings.Ttl,
            TypeOfService = Settings.TypeOfService,
        };
        string program = Wavetank.Engine.Programs.SimulatedProgram.Current?.Name ?? Program;
        accepted = new StreamTransport(Stack, program, settings, connection);
        return SocketError.Success;
    }

    public override SocketError TakeError()
    {
        SocketError error = _error;
        _error = SocketError.Success;
        return error;
    }

    public override void ApplySettings()
    {
        Settings.Tcp.SendBufferSize = Settings.SendBufferSize;
        Settings.Tcp.ReceiveBufferSize = Settings.ReceiveBufferSize;
        Settings.Tcp.Ttl = Settings.Ttl;
        Settings.Tcp.TrafficClass = Settings.TypeOfService;
        _connection?.NoDelayChanged();
        if (!Reads.IsEmpty && IsReadable)
        {
            WakeReaders();
        }
    }

    public override void Close(bool abort)
    {
        if (_connection is { } connection)
        {
            // The object stays, so that a call that ends late finds an end that is closed.
            if (abort)
            {
                connection.Abort();
            }
            else
            {
                connection.Close();
            }
        }
        else if (_listener is { } listener)
        {
            listener.Close();
        }
        else
        {
            _binding?.Release();
        }

        _binding = null;
    }

    void ITcpListenUser.OnAcceptable() => WakeReaders();

    void ITcpUser.OnConnected()
    {
        _established = true;
        WakeWriters();
    }

    void ITcpUser.OnReadable() => WakeReaders();

    void ITcpUser.OnWritable() => WakeWriters();

    void ITcpUser.OnFailed(SocketError error)
    {
        _error = error;
        WakeReaders();
        WakeWriters();
    }

    private Address AnyAddress => Settings.IsIPv6 ? Address.IPv6Any : Address.IPv4Any;

    private bool OthersListenHere(PortBinding binding)
    {
        foreach (TcpListenQueue other in Stack.Tcp.Listeners)
        {
            if (other.Local.Port == binding.Port && (binding.Takes(other.Local.Address) || other.TakesAny(binding.Address)))
            {
                return true;
            }
        }

        return false;
    }
}
