using System.Net;
using System.Net.Sockets;
using Wavetank.Compare.Measuring;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Compare.Workloads.Simulated;

/// <summary>A hundred million bytes over one TCP connection without delay or rate; the receiver compares every byte.</summary>
internal sealed class Bulk(Parameters parameters) : SimulatedWorkload
{
    private const int Port = 5001;
    private readonly long _size = parameters.Scaled("bytes", 100_000_000);

    public override void Prepare()
    {
        Host client = Network.AddHost("client"), server = Network.AddHost("server");
        Network.Connect(client, server, Line(0, 0, 1000));
        server.Run(ReceiveAsync);
        client.Run(SendAsync);
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        if (ApplicationBytes != _size)
        {
            throw new InvalidOperationException($"{ApplicationBytes} bytes arrived instead of {_size}.");
        }
    }

    private async Task SendAsync()
    {
        using Socket socket = NewTcpSocket();
        await socket.ConnectAsync("server", Port);
        for (long sent = 0; sent < _size;)
        {
            sent += await socket.SendAsync(BytePattern.At(sent, _size));
        }

        socket.Shutdown(SocketShutdown.Send);
        await socket.ReceiveAsync(new byte[1].AsMemory());
    }

    private async Task ReceiveAsync()
    {
        using Socket listener = NewTcpSocket();
        listener.Bind(new IPEndPoint(IPAddress.Any, Port));
        listener.Listen();
        using Socket socket = await listener.AcceptAsync();
        byte[] buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int received)
        {
            BytePattern.Check(buffer.AsSpan(0, received), ApplicationBytes);
            ApplicationBytes += received;
        }
    }
}
