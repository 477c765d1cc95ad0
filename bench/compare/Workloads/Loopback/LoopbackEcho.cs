using System.Net;
using System.Net.Sockets;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Workloads.Loopback;

/// <summary>The echo on the platform's sockets and the operating system's loopback; both ends in this process, as in the simulation.</summary>
internal sealed class LoopbackEcho(Parameters parameters) : Workload
{
    private readonly int _rounds = parameters.Scaled("rounds", 100_000);
    private readonly int _size = parameters.Number("size", 64);
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public override void Prepare()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public override void Run() => Task.WhenAll(ServeAsync(), AskAsync()).GetAwaiter().GetResult();

    public override void Report(Figures figures)
    {
        figures.Set("rounds", _rounds);
        figures.Set("app_bytes", 2.0 * _rounds * _size);
    }

    public override void Dispose() => _listener.Dispose();

    private async Task AskAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(_listener.LocalEndPoint!);
        byte[] request = new byte[_size], answer = new byte[_size];
        for (int i = 0; i < _rounds; i++)
        {
            await socket.SendAsync(request.AsMemory());
            for (int have = 0; have < _size;)
            {
                have += await socket.ReceiveAsync(answer.AsMemory(have));
            }
        }
    }

    private async Task ServeAsync()
    {
        using Socket socket = await _listener.AcceptAsync();
        socket.NoDelay = true;
        byte[] buffer = new byte[4096];
        while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and int received)
        {
            await socket.SendAsync(buffer.AsMemory(0, received));
        }
    }
}
