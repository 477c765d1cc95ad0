using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Testing.Assertions;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Testing.Tests.Support;

/// <summary>Small simulations to be explored.</summary>
internal static class Labs
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>A client that sends a datagram a second to a server for 20 s, whatever happens; what arrived.</summary>
    public static List<int> Ticks(Simulation simulation)
    {
        List<int> arrived = [];
        Network net = simulation.Network;
        Host server = net.AddHost("server"), client = net.AddHost("client");
        net.Connect(client, server, new() { Delay = simulation.Between("delay", TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(90)) });
        server.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Any, 7));
            byte[] buffer = new byte[1];
            while (true)
            {
                await socket.ReceiveAsync(buffer);
                arrived.Add(buffer[0]);
            }
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            await socket.ConnectAsync("server", 7);
            for (byte i = 0; i < 20; i++)
            {
                await socket.SendAsync(new[] { i });
                Console.WriteLine($"sent {i}");
                await net.Delay(Second);
            }
        });
        return arrived;
    }

    /// <summary>Cuts, losses and pauses for 20 s; 10 to 20 of them.</summary>
    public static StormOptions Weather => new()
    {
        Until = 20 * Second,
        Cuts = new(4 * Second, Second / 10, 2 * Second),
        Pauses = new(4 * Second, Second / 10, 2 * Second),
        Losses = new(4 * Second, Second / 10, Second),
    };

    /// <summary>What a test framework's own assertions do, without one: its messages are not ours.</summary>
    public static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new SimulationAssertException(otherwise);
        }
    }
}
