using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Links.Rules;
using Wavetank.Packets;

namespace Wavetank.Tests.Links.Rules;

/// <summary>Filters that name devices.</summary>
public sealed class HostNameTests
{
    [Theory]
    [InlineData("src host client", "client")]
    [InlineData("host client && udp && host server", "client,server")]
    [InlineData("host 10.0.0.1", "")]
    public void A_name_stands_after_host(string text, string names) => Assert.Equal(names, string.Join(',', PacketFilter.Parse(text).HostNames));

    [Fact]
    public void A_rule_takes_any_address_of_the_device_that_it_names()
    {
        Assert.Equal((2, 1), Arrivals("src host other"));
        Assert.Equal((0, 0), Arrivals("src host client"));
        Assert.Equal((0, 0), Arrivals("dst host SERVER"));
        Assert.Equal((1, 1), Arrivals("ip && host server"));
    }

    [Fact]
    public void A_name_that_the_network_does_not_have_is_refused()
    {
        using var network = new Network();
        Host a = network.AddHost("a"), b = network.AddHost("b");
        LinkOptions options = new() { Rules = [LinkRule.Drop("host c")] };
        Assert.Contains("names the host \"c\"", Assert.Throws<ArgumentException>(() => network.Connect(a, b, options)).Message, StringComparison.Ordinal);

        Link link = network.Connect(a, b, new());
        Assert.Throws<ArgumentException>(() => link.Change(options));
    }

    [Fact]
    public void Outside_of_a_network_a_name_has_no_meaning()
    {
        using var rig = new LinkRig(new LinkOptions());
        PacketFilter filter = PacketFilter.Parse("host server");
        rig.Seen = packet => Assert.Contains("\"server\"", Assert.Throws<InvalidOperationException>(() => filter.Matches(packet)).Message, StringComparison.Ordinal);
        rig.SendAt(0);
        rig.Run();
        Assert.Single(rig.Arrived);
    }

    /// <summary>How many of two datagrams, one by each family, arrive, and how many of those by IPv6, where a rule drops what matches.</summary>
    private static (int All, int V6) Arrivals(string match)
    {
        using var network = new Network();
        Host client = network.AddHost("client"), server = network.AddHost("server");
        network.AddHost("other");
        network.Connect(client, server, new LinkOptions { Rules = [LinkRule.Drop(match)] }, new LinkOptions());
        var counter = new Counter();
        network.Events.Subscribe(counter);
        client.RunBlocking(() =>
        {
            foreach (System.Net.IPAddress address in server.Addresses)
            {
                using var socket = new Wavetank.Sockets.Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
                socket.SendTo("x"u8.ToArray(), new System.Net.IPEndPoint(address, 9));
            }
        });
        network.Run();
        return (counter.All, counter.V6);
    }

    private sealed class Counter : IPacketObserver
    {
        public int All { get; private set; }

        public int V6 { get; private set; }

        public void OnPacket(in PacketEvent packetEvent)
        {
            if (packetEvent is { Kind: PacketEventKind.Arrived, Packet.Protocol: IpProtocol.Udp })
            {
                All++;
                V6 += packetEvent.Packet.Source.IsIPv4 ? 0 : 1;
            }
        }
    }
}
