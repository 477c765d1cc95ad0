using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Udp;

namespace Wavetank.Sockets.Transports;

/// <summary>UDP behind a socket. A send never waits: what does not fit the interface's queue is lost, as on a wire.</summary>
internal sealed class DatagramTransport(NetworkStack stack, string program, SocketSettings settings)
    : Transport(stack, program, settings), IUdpUser
{
    private UdpEndpoint? _endpoint;
    private bool _receiveShut;
    private bool _sendShut;

    /// <summary>The groups that the socket has joined.</summary>
    public GroupMemberships Memberships { get; } = new();

    public override TransportAddress? Local => _endpoint?.Local;

    public override TransportAddress? Remote => _endpoint?.Remote;

    public override int Available => _endpoint?.NextLength ?? 0;

    public override bool IsReadable => _receiveShut || (_endpoint?.IsReadable ?? false);

    public override bool IsWritable => true;

    public override bool HasError => _endpoint?.HasError ?? false;

    public override SocketError Bind(TransportAddress local)
    {
        if (_endpoint is not null)
        {
            return SocketError.InvalidArgument;
        }

        SocketError error = TryBind(Stack.Udp.Ports, local, Settings.ReuseAddress, out PortBinding? binding);
        if (error == SocketError.Success)
        {
            _endpoint = Stack.Udp.Open(binding!, this);
            ApplySettings();
        }

        return error;
    }

    public override SocketError StartConnect(TransportAddress remote)
    {
        remote = EndPoints.AsDestination(remote);
        if (Stack.Ip.IsBroadcast(remote.Address) && !Settings.Broadcast)
        {
            return SocketError.AccessDenied;
        }

        if (!Stack.Ip.TrySelectSource(remote.Address, out Address source, out _))
        {
            return SocketError.NetworkUnreachable;
        }

        SocketError error = BindIfUnbound();
        if (error == SocketError.Success)
        {
            _endpoint!.Connect(remote, source);
        }

        return error;
    }

    public override SocketError TrySend(ReadOnlySpan<byte> data, SocketFlags flags, TransportAddress? destination, out int sent)
    {
        sent = 0;
        if (!AreKnown(flags) || (flags & SocketFlags.OutOfBand) != 0)
        {
            return SocketError.OperationNotSupported;
        }

        if ((destination ?? _endpoint?.Remote) is not { } target)
        {
            return SocketError.DestinationAddressRequired;
        }

        if (_sendShut)
        {
            return SocketError.Shutdown;
        }

        if (target.Port == 0)
        {
            return SocketError.InvalidArgument;
        }

        target = EndPoints.AsDestination(target);
        if (!Settings.Broadcast && _endpoint?.HasPathTo(target.Address) != true && Stack.Ip.IsBroadcast(target.Address))
        {
            return SocketError.AccessDenied;
        }

        SocketError error = BindIfUnbound();
        if (error == SocketError.Success)
        {
            error = _endpoint!.TakeError();
        }

        if (error == SocketError.Success)
        {
            error = _endpoint!.Send(data, target);
            sent = error == SocketError.Success ? data.Length : 0;
        }

        return error;
    }

    public override SocketError TryReceive(Span<byte> buffer, SocketFlags flags, out ReceivedMessage message)
    {
        message = default;
        if (!AreKnown(flags) || (flags & SocketFlags.OutOfBand) != 0)
        {
            return SocketError.OperationNotSupported;
        }

        if (TakeError() is var error and not SocketError.Success)
        {
            return error;
        }

        if (_endpoint is null || !_endpoint.TryReceive(buffer, (flags & SocketFlags.Peek) != 0, out int length, out TransportAddress from, out Address to))
        {
            return _receiveShut ? SocketError.Success : SocketError.WouldBlock;
        }

        SocketFlags cut = length > buffer.Length ? SocketFlags.Truncated : SocketFlags.None;
        message = new ReceivedMessage(Math.Min(length, buffer.Length), from, cut) { To = to };
        return SocketError.Success;
    }

    public override SocketError Shutdown(SocketShutdown how)
    {
        if (how is < SocketShutdown.Receive or > SocketShutdown.Both)
        {
            return SocketError.InvalidArgument;
        }

        if (_endpoint?.Remote is null)
        {
            return SocketError.NotConnected;
        }

        _sendShut |= how != SocketShutdown.Receive;
        _receiveShut |= how != SocketShutdown.Send;
        WakeReaders();
        return SocketError.Success;
    }

    public override SocketError TakeError() => _endpoint?.TakeError() ?? SocketError.Success;

    public override void ApplySettings()
    {
        if (_endpoint is null)
        {
            return;
        }

        _endpoint.TimeToLive = Settings.Ttl;
        _endpoint.DontFragment = Settings.DontFragment;
        _endpoint.MulticastTimeToLive = Settings.MulticastTimeToLive;
        _endpoint.MulticastLoopback = Settings.MulticastLoopback;
        _endpoint.MulticastInterface = Settings.MulticastInterface;
        if (Settings.ReceiveBufferSize > 0)
        {
            _endpoint.ReceiveBufferSize = SocketBuffers.Reported(Settings.ReceiveBufferSize, SocketBuffers.LeastReceive);
        }
    }

    public override void Close(bool abort)
    {
        Memberships.LeaveAll();
        _endpoint?.Close();
        _endpoint = null;
    }

    void IUdpUser.OnReadable() => WakeReaders();

    private SocketError BindIfUnbound()
    {
        if (_endpoint is not null)
        {
            return SocketError.Success;
        }

        // Linux: where no port is free, bind says EADDRINUSE, but connect and send, which bind by themselves, say EAGAIN (inet_autobind).
        // Thrown past those who would take it for "wait until it is writable"; on the platform a send that may wait does so without end.
        SocketError error = Bind(new TransportAddress(Settings.IsIPv6 ? Address.IPv6Any : Address.IPv4Any, 0));
        return error == SocketError.AddressAlreadyInUse ? throw new SocketException((int)SocketError.WouldBlock) : error;
    }
}
