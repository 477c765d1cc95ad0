using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>What has happened to a stream socket so far, of what makes edge-triggered epoll report anew (epoll(7), EPOLLET).</summary>
/// <param name="Received">Bytes that came.</param>
/// <param name="Completed">Zero-copy sends that were completed.</param>
/// <param name="Writable">Sends that found the buffer full before it had room again; below zero while it has none.</param>
/// <param name="State">The connection's state.</param>
/// <param name="HasError">Whether an error waits.</param>
internal readonly record struct EdgeState(long Received, uint Completed, long Writable, TcpState State, bool HasError)
{
    public static EdgeState Of(SocketFile file)
    {
        TcpConnection? connection = file.Connection;
        return new EdgeState(
            connection?.Statistics.BytesReceived ?? 0,
            file.ZeroCopy.Completed,
            file.Transport.IsWritable ? file.FullWrites : -1,
            connection?.State ?? TcpState.Closed,
            file.Transport.HasError);
    }
}
