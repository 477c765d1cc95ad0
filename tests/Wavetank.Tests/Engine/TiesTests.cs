using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Engine;

public sealed class TiesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Waits_that_end_at_the_same_instant_end_in_every_order_over_the_seeds_and_in_one_for_each()
    {
        string[] orders = [.. Enumerable.Range(1, 60).Select(seed => OrderOfThree((ulong)seed, shuffles: true))];

        Assert.Equal(["abc", "acb", "bac", "bca", "cab", "cba"], orders.Distinct().Order());
        Assert.Equal(orders, Enumerable.Range(1, 60).Select(seed => OrderOfThree((ulong)seed, shuffles: true)));
    }

    [Fact]
    public void Without_shuffling_the_order_is_that_of_scheduling()
    {
        Assert.All(Enumerable.Range(1, 20), seed => Assert.Equal("abc", OrderOfThree((ulong)seed, shuffles: false)));
    }

    [Fact]
    public void Packets_on_one_link_stay_in_order_and_those_on_two_do_not()
    {
        string[] orders = [.. Enumerable.Range(1, 40).Select(seed => OrderOfArrivals((ulong)seed))];

        Assert.All(orders, order =>
        {
            Assert.Equal("012", string.Concat(order.Where(char.IsDigit)));
            Assert.Equal("xyz", string.Concat(order.Where(char.IsLetter)));
        });
        Assert.True(orders.Distinct().Count() > 5);
    }

    [Fact]
    public void It_is_refused_once_events_have_fired()
    {
        using var net = new Network();
        net.AddHost("host").Run(async () => await net.Delay(Second));
        net.Run();

        Assert.Contains("before the first run", Assert.Throws<InvalidOperationException>(net.Simulator.ShuffleTies).Message, StringComparison.Ordinal);
    }

    private static string OrderOfThree(ulong seed, bool shuffles)
    {
        using var net = new Network(seed);
        if (shuffles)
        {
            net.Simulator.ShuffleTies();
        }

        string order = "";
        Host host = net.AddHost("host");
        foreach (string name in (string[])["a", "b", "c"])
        {
            host.Run(async () =>
            {
                await net.Delay(Second);
                order += name;
            });
        }

        net.Run();
        return order;
    }

    private static string OrderOfArrivals(ulong seed)
    {
        using var net = new Network(seed);
        net.Simulator.ShuffleTies();
        net.CheckInvariants();
        string order = "";
        Host server = net.AddHost("server");
        server.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Any, 7));
            byte[] buffer = new byte[1];
            while (order.Length < 6)
            {
                await socket.ReceiveAsync(buffer);
                order += (char)buffer[0];
            }
        });
        foreach (string letters in (string[])["012", "xyz"])
        {
            Host client = net.AddHost($"client-{letters}");
            net.Connect(client, server, new() { Delay = Second });
            client.Run(async () =>
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                await socket.ConnectAsync("server", 7);
                foreach (char letter in letters)
                {
                    await socket.SendAsync(new[] { (byte)letter });
                }
            });
        }

        net.Run();
        return order;
    }
}
