using System.Net.Sockets;
using Wavetank.Devices;

namespace RetryStorm;

/// <summary>A service that takes 10 ms for each request, one after the other. What waits is in the socket's buffer, as it came.</summary>
internal static class Service
{
    public const int Port = 5000;

    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(10);

    public static async Task ServeAsync(Network network)
    {
        using var socket = new UdpClient(Port);
        while (true)
        {
            UdpReceiveResult request = await socket.ReceiveAsync();
            await network.Delay(Work);
            await socket.SendAsync(request.Buffer, request.RemoteEndPoint);
        }
    }
}
