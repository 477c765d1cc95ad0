using System.Net;
using System.Net.Sockets;
using System.Text;
using Wavetank.Devices;

namespace Wavetank.Examples;

/// <summary>Alice and Bob, each behind a translator, and a server on the public network that both can reach.</summary>
internal static class Meeting
{
    private const int ServerPort = 3478;

    /// <summary>Whether one of the two hears an answer: then there is a way in both directions.</summary>
    public static bool Run(NatOptions ofAlice, NatOptions ofBob, Action<string>? tell = null)
    {
        using var network = new Network(seed: 1);
        Router internet = network.AddRouter("internet");
        Host server = network.AddHost("server");
        network.Connect(server, internet, new() { Delay = TimeSpan.FromMilliseconds(10) });
        server.Run(IntroduceAsync);

        bool isAnswered = false;
        foreach ((string name, NatOptions options) in new[] { ("alice", ofAlice), ("bob", ofBob) })
        {
            Nat nat = network.AddNat($"{name}-nat", options);
            Host host = network.AddHost(name);
            network.Connect(nat, internet, new() { Delay = TimeSpan.FromMilliseconds(20) });
            network.Connect(host, nat, new() { Delay = TimeSpan.FromMilliseconds(1) });
            host.Run(() => MeetAsync(network, name, () => isAnswered = true, text => tell?.Invoke($"  {network.Now.TotalSeconds:0.000} s  {name} {text}")));
        }

        network.Run(TimeSpan.FromSeconds(3));
        tell?.Invoke(isAnswered ? "  They talk." : "  They do not reach each other.");
        return isAnswered;
    }

    /// <summary>The server: it tells each of the two from which address and port the other is seen, and nothing else.</summary>
    private static async Task IntroduceAsync()
    {
        using var socket = new UdpClient(ServerPort);
        UdpReceiveResult first = await socket.ReceiveAsync();
        UdpReceiveResult second = await socket.ReceiveAsync();
        await socket.SendAsync(Encoding.ASCII.GetBytes(second.RemoteEndPoint.ToString()), first.RemoteEndPoint);
        await socket.SendAsync(Encoding.ASCII.GetBytes(first.RemoteEndPoint.ToString()), second.RemoteEndPoint);
    }

    /// <summary>One of the two: all goes through one socket, since it is its port that the hole is for.</summary>
    private static async Task MeetAsync(Network network, string name, Action succeed, Action<string> tell)
    {
        using var socket = new UdpClient(5000);
        await socket.SendAsync(Encoding.ASCII.GetBytes(name), "server", ServerPort);
        IPEndPoint other = IPEndPoint.Parse(Encoding.ASCII.GetString((await socket.ReceiveAsync()).Buffer));
        tell($"is told that the other is seen at {other}, and says hello there");
        bool hasHeard = false;
        _ = SayHelloAsync();
        while (true)
        {
            UdpReceiveResult message = await socket.ReceiveAsync();
            hasHeard = true;
            if (message.Buffer[0] == (byte)'h')
            {
                tell($"hears a hello from {message.RemoteEndPoint}, and answers");
                await socket.SendAsync("answer"u8.ToArray(), message.RemoteEndPoint);
            }
            else
            {
                tell($"hears an answer from {message.RemoteEndPoint}");
                succeed();
            }
        }

        // The first hello may come before the other has made its hole, so it is said again.
        async Task SayHelloAsync()
        {
            for (int i = 0; i < 3 && !hasHeard; i++)
            {
                await socket.SendAsync("hello"u8.ToArray(), other);
                await network.Delay(TimeSpan.FromMilliseconds(500));
            }
        }
    }
}
