using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.Tests.Devices.Support;

/// <summary>A client and a server, 10 ms from each other, and what they note down.</summary>
public abstract class HostLifecycleRig : IDisposable
{
    private protected const int Port = 5000;

    private protected readonly Network Net = new(seed: 1);
    private protected readonly Host Client;
    private protected readonly Host Server;
    private protected readonly List<string> Log = [];

    private protected HostLifecycleRig()
    {
        Client = Net.AddHost("client");
        Server = Net.AddHost("server");
        Net.Connect(Client, Server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
    }

    public void Dispose() => Net.Dispose();

    private protected string Seconds => Net.Now.ToTimeSpan().TotalSeconds.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private protected void At(double seconds, Action action) => Net.At(TimeSpan.FromSeconds(seconds), action);

    private protected void RunEchoServer() => Server.AddService(async () =>
    {
        var listener = new TcpListener(IPAddress.Any, Port);
        listener.Start();
        while (true)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
    });

    private protected static async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var buffer = new byte[100];
            int count;
            while ((count = await client.Client.ReceiveAsync(buffer, SocketFlags.None)) > 0)
            {
                await client.Client.SendAsync(buffer.AsMemory(0, count), SocketFlags.None);
            }
        }
    }

    private protected async Task Echo(TcpClient client)
    {
        await client.Client.SendAsync(new byte[] { 1 }, SocketFlags.None);
        await client.Client.ReceiveAsync(new byte[1], SocketFlags.None);
        Log.Add("echo");
    }

    private protected async Task ReceiveUntilError(Socket socket)
    {
        SocketException error = await Assert.ThrowsAsync<SocketException>(async () => await socket.ReceiveAsync(new byte[1], SocketFlags.None));
        Log.Add($"{error.SocketErrorCode} at {Seconds}");
    }
}
