using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Stack.Ip.Support;

/// <summary>Bytes from one host to another over TCP of either family, counted and compared where they arrive.</summary>
internal sealed class Transfer
{
    private Transfer()
    {
    }

    /// <summary>Bytes that arrived, in order and as they were sent.</summary>
    public int Received { get; private set; }

    /// <summary>The error that the sender met.</summary>
    public SocketError Error { get; private set; }

    /// <summary>When the sender was done, or failed.</summary>
    public TimeSpan EndedAt { get; private set; }

    public static Transfer Start(Host from, Host to, int size, bool v6 = false, ushort port = 5001)
    {
        var transfer = new Transfer();
        to.Run(() => transfer.ReceiveAsync(port));
        from.Run(() => transfer.SendAsync(from.Network, new IPEndPoint(Addresses.Of(to, v6).ToIPAddress(), port), size));
        return transfer;
    }

    private static byte ByteAt(int position) => (byte)((position * 31) + (position >> 8));

    private async Task ReceiveAsync(ushort port)
    {
        using var listener = new Socket(SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
        listener.Listen();
        using Socket connection = await listener.AcceptAsync();
        byte[] buffer = new byte[65_536];
        int count;
        while ((count = await connection.ReceiveAsync(buffer.AsMemory())) > 0)
        {
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(ByteAt(Received++), buffer[i]);
            }
        }
    }

    private async Task SendAsync(Network network, IPEndPoint to, int size)
    {
        try
        {
            using var socket = new Socket(to.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(to);
            byte[] bytes = [.. Enumerable.Range(0, size).Select(ByteAt)];
            await socket.SendAsync(bytes.AsMemory());
            socket.Shutdown(SocketShutdown.Send);
            await socket.ReceiveAsync(new byte[1].AsMemory());
        }
        catch (SocketException exception)
        {
            Error = exception.SocketErrorCode;
        }

        EndedAt = network.Now - SimulationTime.Zero;
    }
}
