using System.Net;
using System.Net.Sockets;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Applications;

/// <summary>Sends each datagram back to where it came from (RFC 862). Counts datagrams.</summary>
/// <param name="port">The port to listen on.</param>
public sealed class UdpEchoServer(int port) : Application
{
    /// <inheritdoc/>
    public override async Task RunAsync(TimeProvider timeProvider, RandomStream random)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        byte[] buffer = new byte[ushort.MaxValue];
        var any = new IPEndPoint(IPAddress.Any, 0);
        while (true)
        {
            SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, any);
            Metrics.Count++;
            Metrics.AddBytes(received.ReceivedBytes, timeProvider);
            try
            {
                await socket.SendToAsync(buffer.AsMemory(0, received.ReceivedBytes), SocketFlags.None, received.RemoteEndPoint);
            }
            catch (SocketException exception)
            {
                // A sender that cannot be reached is no reason to serve the others no more.
                Metrics.AddError(exception.SocketErrorCode.ToString());
            }
        }
    }
}
