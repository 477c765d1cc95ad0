using System.Net.Sockets;
using Wavetank.Sockets.Transports;
using Wavetank.Stack.Tcp;

namespace Wavetank.Sockets;

/// <summary>What a simulated socket tells beyond the platform's: Linux has it as the option TCP_INFO.</summary>
public static class SocketTcpExtensions
{
    /// <summary>A snapshot of the inner state of a socket's TCP connection: windows, round-trip times, retransmissions.</summary>
    /// <param name="socket">A stream socket.</param>
    /// <exception cref="SocketException">The socket has no connection (NotConnected), or is none of TCP (ProtocolOption).</exception>
    /// <exception cref="ObjectDisposedException">The socket is disposed.</exception>
    public static TcpInfo GetTcpInfo(this Socket socket)
    {
        ArgumentNullException.ThrowIfNull(socket);
        _ = socket.Available;
        return socket.Transport switch
        {
            StreamTransport { Connection: { } connection } => connection.GetInfo(),
            StreamTransport => throw new SocketException((int)SocketError.NotConnected),
            _ => throw new SocketException((int)SocketError.ProtocolOption),
        };
    }
}
