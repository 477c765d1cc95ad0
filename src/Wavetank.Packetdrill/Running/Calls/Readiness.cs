using Wavetank.Sockets.Transports;
using Wavetank.Stack.Tcp;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>What a socket is ready for, in poll's bits (poll(2), and tcp_poll of Linux).</summary>
internal static class Readiness
{
    private const long In = 0x1;
    private const long Out = 0x4;
    private const long Error = 0x8;
    private const long HangUp = 0x10;
    private const long ReadHangUp = 0x2000;

    /// <summary>The bits that are reported whether they are asked for or not.</summary>
    public const long Always = Error | HangUp;

    public static long Of(SocketFile file)
    {
        Transport transport = file.Transport;
        file.ZeroCopy.Update(file.Connection);
        long bits = transport.HasError || file.ZeroCopy.HasUnread ? Error : 0;
        if (transport.IsReadable && (transport is not StreamTransport || transport.IsListening || file.Connection is not null))
            bits |= In;
        if (transport.IsWritable)
            bits |= Out;
        if (transport is StreamTransport && !transport.IsListening)
            bits |= OfStream(file);
        return bits;
    }

    private static long OfStream(SocketFile file)
    {
        if (file.Connection is not { } connection)
            return HangUp;
        bool received = connection.State is TcpState.CloseWait or TcpState.LastAck or TcpState.Closing or TcpState.TimeWait or TcpState.Closed;
        bool sent = connection.State is TcpState.LastAck or TcpState.Closing or TcpState.TimeWait or TcpState.Closed;
        return (received ? In | ReadHangUp : 0) | (received && sent ? HangUp : 0);
    }
}
