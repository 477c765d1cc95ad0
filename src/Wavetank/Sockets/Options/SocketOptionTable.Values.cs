using System.Net.Sockets;
using Wavetank.Sockets.Transports;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Sockets.Options;

/// <summary>The options whose values need more than a field.</summary>
internal static partial class SocketOptionTable
{
    // Linux's default (net.ipv4.ip_default_ttl).
    private const int DefaultTimeToLive = 64;

    // Linux: INET_ECN_MASK.
    private const int TcpBits = 3;

    private static int GetTimeToLive(Transport transport) => transport.Settings.Ttl == 0 ? DefaultTimeToLive : transport.Settings.Ttl;

    private static int GetHopLimit(Transport transport) => transport.Settings.HopLimitIsZero ? 0 : GetTimeToLive(transport);

    private static SocketError SetTimeToLive(Transport transport, int value) => value switch
    {
        -1 => Change(transport, () => transport.Settings.Ttl = 0),
        < 1 or > 255 => SocketError.InvalidArgument,
        _ => Change(transport, () => transport.Settings.Ttl = (byte)value),
    };

    /// <summary>Linux takes a hop limit of 0. Nothing goes further with it than with 1, which it is here.</summary>
    private static SocketError SetHopLimit(Transport transport, int value)
    {
        SocketError error = SetTimeToLive(transport, value == 0 ? 1 : value);
        transport.Settings.HopLimitIsZero = error == SocketError.Success ? value == 0 : transport.Settings.HopLimitIsZero;
        return error;
    }

    /// <summary>Linux decides what may share the port when it binds, and takes no other answer then.</summary>
    private static SocketError SetIPv6Only(Transport transport, int value) => transport.Local is null
        ? Change(transport, () => transport.Settings.DualMode = value == 0)
        : SocketError.InvalidArgument;

    /// <summary>Linux takes a negative number for the largest, and holds streams to half of their buffer, which could not fill otherwise.</summary>
    private static SocketError SetReceiveLowWater(Transport transport, int value)
    {
        int most = transport is not StreamTransport ? int.MaxValue
            : transport.Settings.ReceiveBufferSize > 0 ? GetReceiveBuffer(transport) / 2
            : transport.Settings.Tcp.MaximumReceiveBuffer / 2;
        return Change(transport, () => transport.Settings.ReceiveLowWater = value < 0 ? most : Math.Clamp(value, 1, most));
    }

    /// <summary>Linux holds it to the largest backlog (net.core.somaxconn), and asks before there is a connection.</summary>
    private static SocketError SetFastOpen(Transport transport, int value) => value < 0 || transport.Remote is not null
        ? SocketError.InvalidArgument
        : Change(transport, () => transport.Settings.FastOpen = Math.Min(value, TcpListenQueue.MaximumBacklog));

    private static SocketError SetTimeout(int milliseconds, Action<int> set)
    {
        if (milliseconds < 0)
        {
            return SocketError.InvalidArgument;
        }

        set(milliseconds);
        return SocketError.Success;
    }

    private static SocketError SetKeepAliveRetryCount(Transport transport, int value)
    {
        // Linux: MAX_TCP_KEEPCNT.
        if (value is < 1 or > 127)
        {
            return SocketError.InvalidArgument;
        }

        return Change(transport, () => transport.Settings.Tcp.KeepAliveRetryCount = value);
    }

    /// <summary>A flag whose value Linux, or the platform for it, takes only if it is 0 or 1.</summary>
    private static SocketError SetStrictly(Transport transport, int value, Action<bool> set) =>
        value is 0 or 1 ? Change(transport, () => set(value != 0)) : SocketError.InvalidArgument;

    /// <summary>On streams the two bits for congestion are TCP's own.</summary>
    private static SocketError SetTypeOfService(Transport transport, int value) => Change(
        transport, () => transport.Settings.TypeOfService = (byte)(transport is StreamTransport ? value & ~TcpBits : value));

    private static int GetReceiveBuffer(Transport transport) => transport.Settings.ReceiveBufferSize > 0
        ? SocketBuffers.Reported(transport.Settings.ReceiveBufferSize, SocketBuffers.LeastReceive)
        : transport is StreamTransport ? SocketBuffers.DefaultTcpReceive : SocketBuffers.DefaultUdp;

    private static SocketError SetReceiveBuffer(Transport transport, int value) =>
        Change(transport, () => transport.Settings.ReceiveBufferSize = SocketBuffers.Granted(value, SocketBuffers.LeastReceive));

    private static int GetSendBuffer(Transport transport) => transport.Settings.SendBufferSize > 0
        ? SocketBuffers.Reported(transport.Settings.SendBufferSize, SocketBuffers.LeastSend)
        : transport is StreamTransport ? SocketBuffers.DefaultTcpSend : SocketBuffers.DefaultUdp;

    private static SocketError SetSendBuffer(Transport transport, int value) =>
        Change(transport, () => transport.Settings.SendBufferSize = SocketBuffers.Granted(value, SocketBuffers.LeastSend));
}
