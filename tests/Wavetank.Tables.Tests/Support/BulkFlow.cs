using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Stack.Tcp.Connections;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tables.Tests.Support;

/// <summary>A transfer from one host to another, through the sockets that everyone uses, and what can be seen of it.</summary>
/// <remarks>Its buffers hold more than any window of the tables, so that the congestion window alone limits it.</remarks>
internal sealed class BulkFlow
{
    private const int Port = 5001;

    // The most that a socket gives.
    private const int BufferBytes = 4 << 20;
    private static readonly byte[] Chunk = new byte[64 * 1024];

    private readonly Network _network;
    private readonly Host _sender;
    private readonly Host _receiver;
    private readonly AddressFamily _family;

    /// <summary>Prepares a transfer.</summary>
    /// <param name="network">The network of both hosts.</param>
    /// <param name="sender">Has no other connection.</param>
    /// <param name="receiver">Listens for this transfer alone.</param>
    /// <param name="control">The sender's congestion control.</param>
    /// <param name="bytes">How many to send; by default it never ends.</param>
    /// <param name="start">When it connects.</param>
    /// <param name="family">IPv4 or IPv6.</param>
    internal BulkFlow(
        Network network,
        Host sender,
        Host receiver,
        string control,
        long bytes = long.MaxValue,
        TimeSpan start = default,
        AddressFamily family = AddressFamily.InterNetwork)
    {
        _network = network;
        _sender = sender;
        _receiver = receiver;
        _family = family;
        sender.Stack.Tcp.DefaultCongestionControl = control;
        receiver.Run(ReceiveAsync);
        sender.Run(() => SendAsync(bytes), delay: start);
    }

    /// <summary>The sender's end, once it is there.</summary>
    internal TcpConnection Connection => _sender.Stack.Tcp.Connections.First();

    /// <summary>Bytes that the receiving program has read.</summary>
    internal long Received { get; private set; }

    /// <summary>When it read the last of them.</summary>
    internal TimeSpan LastReceivedAt { get; private set; }

    private async Task SendAsync(long bytes)
    {
        using var socket = new Socket(_family, SocketType.Stream, ProtocolType.Tcp) { SendBufferSize = BufferBytes };
        await socket.ConnectAsync(_receiver.Name, Port);
        for (long left = bytes; left > 0;)
        {
            left -= await socket.SendAsync(Chunk.AsMemory(0, (int)Math.Min(left, Chunk.Length)), SocketFlags.None);
        }

        // Stays open: what the tables read of a connection is gone with it.
        await Task.Delay(Timeout.InfiniteTimeSpan, _network.TimeProvider);
    }

    private async Task ReceiveAsync()
    {
        using var listener = new Socket(_family, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = BufferBytes };
        listener.Bind(new IPEndPoint(_family == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, Port));
        listener.Listen();
        using Socket socket = await listener.AcceptAsync();
        byte[] buffer = new byte[Chunk.Length];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int count)
        {
            Received += count;
            LastReceivedAt = _network.Now.ToTimeSpan();
        }
    }
}
