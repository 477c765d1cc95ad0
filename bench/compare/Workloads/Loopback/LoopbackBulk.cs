using System.Net;
using System.Net.Sockets;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Workloads.Loopback;

/// <summary>The bulk transfer on the platform's sockets and the operating system's loopback.</summary>
internal sealed class LoopbackBulk(Parameters parameters) : Workload
{
    private readonly long _size = parameters.Scaled("bytes", 100_000_000);
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private long _received;

    public override void Prepare()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public override void Run() => Task.WhenAll(ReceiveAsync(), SendAsync()).GetAwaiter().GetResult();

    public override void Report(Figures figures)
    {
        figures.Set("app_bytes", _received);
        if (_received != _size)
        {
            throw new InvalidOperationException($"{_received} bytes arrived instead of {_size}.");
        }
    }

    public override void Dispose() => _listener.Dispose();

    private async Task SendAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(_listener.LocalEndPoint!);
        for (long sent = 0; sent < _size;)
        {
            sent += await socket.SendAsync(BytePattern.At(sent, _size));
        }

        socket.Shutdown(SocketShutdown.Send);
        await socket.ReceiveAsync(new byte[1].AsMemory());
    }

    private async Task ReceiveAsync()
    {
        using Socket socket = await _listener.AcceptAsync();
        byte[] buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int received)
        {
            BytePattern.Check(buffer.AsSpan(0, received), _received);
            _received += received;
        }
    }
}
