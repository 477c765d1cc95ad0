using System.ComponentModel;
using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>
/// The asynchronous calls as extensions, shaped like <c>System.Net.Sockets.SocketTaskExtensions</c>. They are the socket's own methods.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SocketTaskExtensions
{
    /// <inheritdoc cref="Socket.AcceptAsync()"/>
    public static Task<Socket> AcceptAsync(this Socket socket) => socket.AcceptAsync();

    /// <inheritdoc cref="Socket.AcceptAsync(Socket?)"/>
    public static Task<Socket> AcceptAsync(this Socket socket, Socket? acceptSocket) => socket.AcceptAsync(acceptSocket);

    /// <inheritdoc cref="Socket.ConnectAsync(EndPoint)"/>
    public static Task ConnectAsync(this Socket socket, EndPoint remoteEP) => socket.ConnectAsync(remoteEP);

    /// <inheritdoc cref="Socket.ConnectAsync(EndPoint, CancellationToken)"/>
    public static ValueTask ConnectAsync(this Socket socket, EndPoint remoteEP, CancellationToken cancellationToken) =>
        socket.ConnectAsync(remoteEP, cancellationToken);

    /// <inheritdoc cref="Socket.ConnectAsync(IPAddress, int)"/>
    public static Task ConnectAsync(this Socket socket, IPAddress address, int port) => socket.ConnectAsync(address, port);

    /// <inheritdoc cref="Socket.ConnectAsync(IPAddress, int, CancellationToken)"/>
    public static ValueTask ConnectAsync(this Socket socket, IPAddress address, int port, CancellationToken cancellationToken) =>
        socket.ConnectAsync(address, port, cancellationToken);

    /// <inheritdoc cref="Socket.ConnectAsync(IPAddress[], int)"/>
    public static Task ConnectAsync(this Socket socket, IPAddress[] addresses, int port) => socket.ConnectAsync(addresses, port);

    /// <inheritdoc cref="Socket.ConnectAsync(IPAddress[], int, CancellationToken)"/>
    public static ValueTask ConnectAsync(this Socket socket, IPAddress[] addresses, int port, CancellationToken cancellationToken) =>
        socket.ConnectAsync(addresses, port, cancellationToken);

    /// <inheritdoc cref="Socket.ConnectAsync(string, int)"/>
    public static Task ConnectAsync(this Socket socket, string host, int port) => socket.ConnectAsync(host, port);

    /// <inheritdoc cref="Socket.ConnectAsync(string, int, CancellationToken)"/>
    public static ValueTask ConnectAsync(this Socket socket, string host, int port, CancellationToken cancellationToken) =>
        socket.ConnectAsync(host, port, cancellationToken);

    /// <inheritdoc cref="Socket.ReceiveAsync(ArraySegment{byte}, SocketFlags)"/>
    public static Task<int> ReceiveAsync(this Socket socket, ArraySegment<byte> buffer, SocketFlags socketFlags) =>
        socket.ReceiveAsync(buffer, socketFlags);

    /// <inheritdoc cref="Socket.ReceiveAsync(Memory{byte}, SocketFlags, CancellationToken)"/>
    public static ValueTask<int> ReceiveAsync(
        this Socket socket, Memory<byte> buffer, SocketFlags socketFlags, CancellationToken cancellationToken = default) =>
        socket.ReceiveAsync(buffer, socketFlags, cancellationToken);

    /// <inheritdoc cref="Socket.ReceiveAsync(IList{ArraySegment{byte}}, SocketFlags)"/>
    public static Task<int> ReceiveAsync(this Socket socket, IList<ArraySegment<byte>> buffers, SocketFlags socketFlags) =>
        socket.ReceiveAsync(buffers, socketFlags);

    /// <inheritdoc cref="Socket.ReceiveFromAsync(ArraySegment{byte}, SocketFlags, EndPoint)"/>
    public static Task<SocketReceiveFromResult> ReceiveFromAsync(
        this Socket socket, ArraySegment<byte> buffer, SocketFlags socketFlags, EndPoint remoteEndPoint) =>
        socket.ReceiveFromAsync(buffer, socketFlags, remoteEndPoint);

    /// <inheritdoc cref="Socket.ReceiveMessageFromAsync(ArraySegment{byte}, SocketFlags, EndPoint)"/>
    public static Task<SocketReceiveMessageFromResult> ReceiveMessageFromAsync(
        this Socket socket, ArraySegment<byte> buffer, SocketFlags socketFlags, EndPoint remoteEndPoint) =>
        socket.ReceiveMessageFromAsync(buffer, socketFlags, remoteEndPoint);

    /// <inheritdoc cref="Socket.SendAsync(ArraySegment{byte}, SocketFlags)"/>
    public static Task<int> SendAsync(this Socket socket, ArraySegment<byte> buffer, SocketFlags socketFlags) =>
        socket.SendAsync(buffer, socketFlags);

    /// <inheritdoc cref="Socket.SendAsync(ReadOnlyMemory{byte}, SocketFlags, CancellationToken)"/>
    public static ValueTask<int> SendAsync(
        this Socket socket, ReadOnlyMemory<byte> buffer, SocketFlags socketFlags, CancellationToken cancellationToken = default) =>
        socket.SendAsync(buffer, socketFlags, cancellationToken);

    /// <inheritdoc cref="Socket.SendAsync(IList{ArraySegment{byte}}, SocketFlags)"/>
    public static Task<int> SendAsync(this Socket socket, IList<ArraySegment<byte>> buffers, SocketFlags socketFlags) =>
        socket.SendAsync(buffers, socketFlags);

    /// <inheritdoc cref="Socket.SendToAsync(ArraySegment{byte}, SocketFlags, EndPoint)"/>
    public static Task<int> SendToAsync(this Socket socket, ArraySegment<byte> buffer, SocketFlags socketFlags, EndPoint remoteEP) =>
        socket.SendToAsync(buffer, socketFlags, remoteEP);
}
