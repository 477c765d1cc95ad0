using System.Net;
using System.Numerics;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Links;

/// <summary>One bit of a packet is turned over on its way, and a checksum catches it where there is one.</summary>
public sealed class CorruptionTests : IDisposable
{
    private const int Count = 20_000;

    private readonly Network _network = new();
    private readonly Host _sender;
    private readonly Host _receiver;
    private int _arrived;

    public CorruptionTests()
    {
        _sender = _network.AddHost("sender");
        _receiver = _network.AddHost("receiver");
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.03)]
    [InlineData(0.5)]
    public void The_share_of_damaged_packets_is_the_one_that_was_asked_for(double share)
    {
        Link link = _network.Connect(_sender, _receiver, new LinkOptions { Corrupt = share }, new LinkOptions());
        SendMany();
        AssertShare(share, link.ForwardStatistics.CorruptedPackets, Count);
        Assert.Equal(0, link.BackwardStatistics.CorruptedPackets);
        Assert.Equal(0, link.ForwardStatistics.DroppedPackets);
    }

    // Proves RFC 1122 §3.2.1.2.
    [Fact]
    public void The_receiver_drops_every_damaged_ipv4_packet_and_takes_all_others()
    {
        Link link = _network.Connect(_sender, _receiver, new LinkOptions { Corrupt = 0.2 }, new LinkOptions());
        SendMany();
        long dropped = DropsAt("host/receiver", DropReason.BadChecksum) + DropsAt("host/receiver", DropReason.Malformed);
        Assert.Equal(link.ForwardStatistics.CorruptedPackets, dropped);
        Assert.Equal(Count - dropped, _arrived);
        Assert.Equal(0, _network.Pool.Rented);
    }

    [Fact]
    public void Exactly_one_bit_differs_and_each_is_equally_likely()
    {
        _network.Connect(_sender, _receiver, new LinkOptions { Corrupt = 1 }, new LinkOptions());
        var flips = new FlipCounter();
        _network.Events.Subscribe(flips);
        SendMany();

        Assert.Equal(Count, flips.Total);
        Assert.All(flips.ByBit, hits => AssertShare(1.0 / flips.ByBit.Length, hits, Count, sigmas: 4.5));
        AssertShare(Packet.IPv4HeaderLength * 8.0 / flips.ByBit.Length, flips.ByBit.Take(Packet.IPv4HeaderLength * 8).Sum(), Count);
    }

    [Fact]
    public void Corruption_moves_no_other_dice()
    {
        var options = new LinkOptions { Loss = 0.1, Duplicate = 0.05, Reorder = 0.05 };
        (long Lost, long Doubled) plain = Run(options);
        (long Lost, long Doubled) damaged = Run(options with { Corrupt = 0.5 });
        Assert.Equal(plain, damaged);

        static (long Lost, long Doubled) Run(LinkOptions options)
        {
            using var test = new CorruptionTests();
            Link link = test._network.Connect(test._sender, test._receiver, options, new LinkOptions());
            test.SendMany();
            return (link.ForwardStatistics.Drops(DropReason.LinkLoss), link.ForwardStatistics.DuplicatedPackets);
        }
    }

    [Fact]
    public void A_router_drops_a_damaged_header_and_passes_on_a_damaged_segment_that_the_host_drops()
    {
        Router router = _network.AddRouter("router");
        Link first = _network.Connect(_sender, router, new LinkOptions { Corrupt = 0.02, Delay = TimeSpan.FromMilliseconds(1) });
        _network.Connect(router, _receiver, new LinkOptions { Mtu = 900, Rate = DataRate.Mbps(50) });
        const int Size = 5_000_000;
        var receiver = new BulkReceiver(80);
        var sender = new BulkSender("receiver", 80, Size, duration: null);
        _receiver.Run(() => receiver.RunAsync(_network.TimeProvider, _network.Simulator.CreateRandomStream("receiver")));
        _sender.Run(() => sender.RunAsync(_network.TimeProvider, _network.Simulator.CreateRandomStream("sender")));
        _network.Run();

        Assert.Empty(sender.Metrics.FirstErrors);
        Assert.Equal(Size, receiver.Metrics.Bytes);
        Assert.True(DropsAt("host/receiver", DropReason.BadChecksum) > 50);
        long atRouter = DropsAt("host/router", DropReason.BadChecksum) + DropsAt("host/router", DropReason.Malformed);
        Assert.InRange(atRouter, 1, first.ForwardStatistics.CorruptedPackets + first.BackwardStatistics.CorruptedPackets);
        Assert.Equal(0, _network.Pool.Rented);
    }

    [Fact]
    public void A_share_above_one_is_refused()
    {
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(new LinkOptions { Corrupt = 1.5 }.Validate);
        Assert.Contains("Corrupt is a probability", exception.Message, StringComparison.Ordinal);
    }

    private static void AssertShare(double share, long hits, int trials, double sigmas = 3)
    {
        double mean = share * trials;
        double deviation = Math.Sqrt(mean * (1 - share));
        Assert.True(Math.Abs(hits - mean) <= sigmas * deviation, $"{hits} of {trials}, {mean:F0} +- {sigmas * deviation:F0} expected");
    }

    private long DropsAt(string path, DropReason reason)
    {
        int point = _network.Events.Points.Select((candidate, index) => (candidate, index)).Single(pair => pair.candidate.Path == path).index;
        return _network.Events.Drops(point, reason);
    }

    private void SendMany()
    {
        _receiver.Run(async () =>
        {
            using var socket = new UdpClient(7);
            while (true)
            {
                await socket.ReceiveAsync();
                _arrived++;
            }
        });
        _sender.Run(async () =>
        {
            using var socket = new UdpClient(0);
            byte[] datagram = new byte[22];
            for (int number = 0; number < Count; number++)
            {
                await socket.SendAsync(datagram, new IPEndPoint(_receiver.Address, 7));
                await Task.Delay(TimeSpan.FromMilliseconds(1), _network.TimeProvider);
            }
        });
        _network.Run(TimeSpan.FromSeconds(Count / 1000 * 2));
    }

    /// <summary>Compares each packet as it arrives with what it was when it was sent.</summary>
    private sealed class FlipCounter : IPacketObserver
    {
        private readonly byte[] _sent = new byte[50];
        private readonly byte[] _seen = new byte[50];

        public int[] ByBit { get; } = new int[50 * 8];

        public int Total { get; private set; }

        public void OnPacket(in PacketEvent packetEvent)
        {
            Packet packet = packetEvent.Packet;
            if (packetEvent.Kind == PacketEventKind.Sent && packet.Protocol == IpProtocol.Udp)
            {
                PacketCodec.Write(packet, _sent);
            }
            else if (packetEvent.Kind == PacketEventKind.Arrived)
            {
                Assert.Equal(_sent.Length, PacketCodec.Write(packet, _seen));
                int bits = 0;
                for (int i = 0; i < _sent.Length; i++)
                {
                    int difference = _sent[i] ^ _seen[i];
                    bits += BitOperations.PopCount((uint)difference);
                    if (difference != 0)
                    {
                        ByBit[(i * 8) + BitOperations.TrailingZeroCount(difference)]++;
                    }
                }

                Assert.Equal(1, bits);
                Total++;
            }
        }
    }
}
