using System.Net.Sockets;

namespace Wavetank.Stack.Tcp;

/// <summary>
/// Who uses a connection. The calls come after a segment or a timer has been dealt with whole; they should complete what waits
/// and leave the work to later.
/// </summary>
internal interface ITcpUser
{
    /// <summary>The handshake of an active open is done.</summary>
    void OnConnected();

    /// <summary>New bytes, or the end of the stream, can be read.</summary>
    void OnReadable();

    /// <summary>There is room again in a send buffer that was full, or all that was sent is acknowledged.</summary>
    void OnWritable();

    /// <summary>The connection is gone: refused, reset, timed out.</summary>
    void OnFailed(SocketError error);
}
