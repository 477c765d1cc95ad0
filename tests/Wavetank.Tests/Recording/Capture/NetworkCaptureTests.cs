using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Recording.Capture;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Udp;

namespace Wavetank.Tests.Recording.Capture;

/// <summary>Captures of a network at work: datagrams over a lossy link and a narrow one, answered by a closed port.</summary>
public sealed class NetworkCaptureTests
{
    private const int Datagrams = 100;

    [Fact]
    public void Every_packet_that_the_links_counted_is_in_the_capture_and_every_lost_one_says_so()
    {
        (PcapngFile file, Network network, _) = Run();

        foreach (Link link in network.Links)
        {
            Assert.Equal(link.ForwardStatistics.SentPackets, Seen(link.Name, forward: true, "out"));
            Assert.Equal(link.ForwardStatistics.ArrivedPackets, Seen(link.Name, forward: true, "in"));
            Assert.Equal(link.BackwardStatistics.SentPackets, Seen(link.Name, forward: false, "out"));
            Assert.Equal(link.BackwardStatistics.ArrivedPackets, Seen(link.Name, forward: false, "in"));
        }

        Link lossy = network.Links[0];
        int lost = file.SeenOn("client.eth0").Count(line => line.EndsWith("out dropped: link loss at link/client-core/forward"));
        Assert.InRange(lost, 1, Datagrams);
        Assert.Equal(lossy.ForwardStatistics.SentPackets - lossy.ForwardStatistics.ArrivedPackets, lost);
        Assert.Contains(file.SeenOn("server.eth0"), line => line.EndsWith("in dropped: port unreachable at host/server"));

        int Seen(string link, bool forward, string direction)
        {
            (string First, string Second) ends = link == "client-core" ? ("client.eth0", "core.eth0") : ("core.eth1", "server.eth0");
            string name = forward == (direction == "out") ? ends.First : ends.Second;
            return file.SeenOn(name).Count(line => line.Split(' ')[1] == direction);
        }
    }

    [Fact]
    public void Every_captured_packet_can_be_parsed()
    {
        (PcapngFile file, _, _) = Run();
        var pool = new PacketPool();

        Assert.True(file.Packets.Count > Datagrams);
        Assert.All(file.Packets, packet => Assert.True(PacketCodec.TryParse(packet.Bytes, pool, out _, out DropReason reason), reason.ToString()));
    }

    [Fact]
    public void Tshark_finds_nothing_malformed_and_every_checksum_good()
    {
        (PcapngFile file, _, byte[] capture) = Run();

        string[] checksums = ["ip.checksum.status", "udp.checksum.status", "icmp.checksum.status"];
        string[][] rows = Tshark.Fields(capture, [.. checksums, "_ws.malformed", "ip.flags.mf"]);

        Assert.Equal(file.Packets.Count, rows.Length);
        Assert.All(rows, row => Assert.Equal("", row[3]));
        Assert.Contains(rows, row => row[4] is "1" or "True"); // the narrow link has its fragments
        for (int i = 0; i < checksums.Length; i++)
        {
            // An ICMP error shows the headers of the packet that it is about as well: "1,1". Of that one UDP's sum cannot be checked.
            string[] values = [.. rows.Where(row => row[2].Length == 0 || i != 1).SelectMany(row => row[i].Split(',')).Where(value => value.Length > 0)];
            Assert.NotEmpty(values);
            Assert.All(values, value => Assert.Equal("1", value));
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_file() => Assert.Equal(Run().Bytes, Run().Bytes);

    private static (PcapngFile File, Network Network, byte[] Bytes) Run()
    {
        using var network = new Network(seed: 5);
        Host client = network.AddHost("client"), server = network.AddHost("server");
        Router core = network.AddRouter("core");
        network.Connect(client, core, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5), Loss = 0.1, Rate = DataRate.Mbps(10) });
        network.Connect(core, server, new LinkOptions { Mtu = 576 });
        using var stream = new MemoryStream();
        using (var writer = new PcapngWriter(stream, network.Events, CapturePoint.All(network.Events)))
        {
            network.Events.Subscribe(writer);
            UdpEndpoint endpoint = Open(client);
            for (int i = 0; i < Datagrams; i++)
            {
                byte[] payload = new byte[i % 2 == 0 ? 3000 : 10];
                Array.Fill(payload, (byte)i);
                var destination = new TransportAddress(Address.FromIPAddress(server.Address), 50_001);
                network.At(TimeSpan.FromMilliseconds(i), () => endpoint.Send(payload, destination));
            }

            network.Run();
        }

        byte[] bytes = stream.ToArray();
        return (PcapngFile.Read(bytes), network, bytes);
    }

    private static UdpEndpoint Open(Host host)
    {
        Assert.Equal(SocketError.Success, host.Stack.Udp.Ports.TryBind(Address.IPv4Any, 50_000, false, out PortBinding? binding));
        return host.Stack.Udp.Open(binding!, null);
    }
}
