using FsCheck.Xunit;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Stack;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Stack.Ip;

/// <summary>Fragments of a UDP datagram with 100 bytes of payload, made by hand and given to a host in any order.</summary>
public sealed class ReassemblerTests : IDisposable
{
    private const int Size = 104;
    private const ushort Port = 9;

    private readonly Network _network = new();
    private readonly Host _host;
    private readonly Host _peer;
    private readonly PacketLog _log;
    private readonly UdpProbe _receiver;

    public ReassemblerTests()
    {
        _host = _network.AddHost("host");
        _peer = _network.AddHost("peer");
        _network.Connect(_host, _peer);
        _log = new PacketLog(_network);
        _receiver = new UdpProbe(_host, Port, Address.IPv6Any, dualMode: true);
        _network.Run();
    }

    private NetworkStack Stack => _host.Stack;

    public void Dispose()
    {
        _receiver.Dispose();
        _network.Dispose();
    }

    // Proves RFC 791 §3.2; RFC 8200 §4.5.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fragments_make_the_datagram_again(bool v6)
    {
        Arrive(v6, 0, 56);
        Arrive(v6, 56, Size);

        Assert.Equal(Payload(), _receiver.TryReceive()!.Value.Payload);
        AssertNothingIsLeft();
    }

    [Property(MaxTest = 200)]
    public void In_any_order_and_any_number_with_repetitions(int seed, bool v6)
    {
        var random = new RandomStream((ulong)(uint)seed, "order");
        var cuts = new SortedSet<int> { 0, Size };
        for (int i = 0; i < 5; i++)
        {
            cuts.Add(8 * (int)random.NextInt64(Size / 8));
        }

        List<(int Start, int End)> parts = [.. cuts.Zip(cuts.Skip(1))];
        parts.AddRange([.. parts.Where(_ => random.NextBoolean(0.3))]);
        (int, int)[] shuffled = [.. parts.Select(part => (part, random.NextUInt64())).OrderBy(pair => pair.Item2).Select(pair => pair.part)];

        int delivered = 0;
        foreach ((int start, int end) in shuffled)
        {
            if (delivered == 0)
            {
                Arrive(v6, start, end);
                if (_receiver.TryReceive() is { } datagram)
                {
                    Assert.Equal(Payload(), datagram.Payload);
                    delivered++;
                }
            }
        }

        Assert.Equal(1, delivered);
        AssertNothingIsLeft();
    }

    // Proves RFC 5722 §4; RFC 8200 §4.5.
    [Theory]
    [InlineData(48, 72, true, "overlaps the first by a unit")]
    [InlineData(48, 56, false, "overlaps the first, and says that it is the last")]
    [InlineData(8, 32, true, "lies within the first")]
    public void A_fragment_that_contradicts_another_ends_the_datagram(int start, int end, bool more, string why)
    {
        Arrive(v6: false, 0, 56);
        Arrive(v6: false, start, end, more);

        Assert.Equal([DropReason.ReassemblyFailed, DropReason.ReassemblyFailed], _log.Drops("host/host"));
        Assert.True(Stack.Ip.PartialDatagrams == 0, why);
        Assert.Null(_receiver.TryReceive());
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_datagram_has_one_end()
    {
        Arrive(v6: false, 56, Size);
        Arrive(v6: false, Size, Size + 32, more: false);

        Assert.Equal(0, Stack.Ip.PartialDatagrams);
        AssertNothingIsLeft();
    }

    [Fact]
    public void Nothing_lies_behind_the_end()
    {
        Arrive(v6: false, 56, Size, more: true);
        Arrive(v6: false, 8, 56, more: false);

        Assert.Equal(0, Stack.Ip.PartialDatagrams);
        AssertNothingIsLeft();
    }

    [Fact]
    public void A_repeated_fragment_is_dropped_alone()
    {
        Arrive(v6: false, 0, 56);
        Arrive(v6: false, 0, 56);
        Assert.Equal([DropReason.ReassemblyFailed], _log.Drops("host/host"));

        Arrive(v6: false, 56, Size);
        Assert.NotNull(_receiver.TryReceive());
    }

    [Fact]
    public void Fragments_of_several_datagrams_are_told_apart()
    {
        Arrive(v6: false, 0, 56, identification: 1);
        Arrive(v6: false, 56, Size, identification: 2);
        Arrive(v6: true, 0, 56, identification: 1);
        Assert.Equal(3, Stack.Ip.PartialDatagrams);
        Assert.Null(_receiver.TryReceive());

        Arrive(v6: false, 56, Size, identification: 1);
        Assert.Equal(2, Stack.Ip.PartialDatagrams);
        Assert.NotNull(_receiver.TryReceive());
    }

    // Proves RFC 1122 §3.3.2; RFC 8200 §4.5; RFC 792, "Time Exceeded Message".
    [Theory]
    [InlineData(false, 30)]
    [InlineData(true, 60)]
    public void What_stays_incomplete_is_given_up_and_its_sender_told(bool v6, int seconds)
    {
        Arrive(v6, 0, 56);
        _network.Run(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(1, Stack.Ip.PartialDatagrams);

        _network.Run(TimeSpan.FromSeconds(2));

        Assert.Equal(0, Stack.Ip.PartialDatagrams);
        PacketLog.Line error = Assert.Single(_log.At("link/host-peer/forward"));
        Assert.Equal((v6 ? 3 : 11, 1), (error.IcmpType, error.IcmpCode));
        AssertNothingIsLeft();
    }

    [Fact]
    public void Without_the_first_fragment_nobody_is_told()
    {
        Arrive(v6: false, 56, Size);
        _network.Run(TimeSpan.FromSeconds(31));

        Assert.Equal(0, Stack.Ip.PartialDatagrams);
        Assert.Empty(_log.At("link/host-peer/forward"));
    }

    [Fact]
    public void Fragments_that_never_become_whole_take_bounded_memory()
    {
        for (int i = 0; i < 20_000; i++)
        {
            Arrive(v6: i % 2 == 0, 8, 16, identification: (ushort)i);
        }

        // 4 MiB, of which each fragment takes at least 768 bytes.
        Assert.InRange(Stack.Ip.PartialDatagrams, 4_000, 5_500);
        Assert.Contains(DropReason.ReassemblyFailed, _log.Drops("host/host"));
        _network.Run(TimeSpan.FromSeconds(61));
        AssertNothingIsLeft();
    }

    // Proves RFC 3168 §5.3.
    [Fact]
    public void Congestion_that_a_fragment_experienced_is_the_datagrams()
    {
        Arrive(v6: false, 0, 56);
        Arrive(v6: false, 56, Size, trafficClass: 3);

        Assert.Equal(Size + Packet.IPv4HeaderLength, _log.Lines[^1].Length);
        Assert.Equal(PacketEventKind.Delivered, _log.Lines[^1].Kind);
    }

    private static byte[] Datagram()
    {
        // Source port 7, destination port 9, the length, and no checksum, which IPv4 allows.
        byte[] bytes = new byte[Size];
        bytes[1] = 7;
        bytes[3] = (byte)Port;
        bytes[5] = Size;
        for (int i = 8; i < Size; i++)
        {
            bytes[i] = (byte)i;
        }

        return bytes;
    }

    private static byte[] Payload() => Datagram()[8..];

    private void Arrive(bool v6, int start, int end, bool? more = null, ushort identification = 1, byte trafficClass = 0)
    {
        byte[] datagram = Datagram();
        Address source = Addresses.Of(_peer, v6), destination = Addresses.Of(_host, v6);
        if (v6)
        {
            ulong pseudo = InternetChecksum.PseudoHeader(source, destination, IpProtocol.Udp, Size);
            ushort sum = InternetChecksum.Of(datagram, pseudo);
            datagram[6] = (byte)(sum >> 8);
            datagram[7] = (byte)sum;
        }

        Array.Resize(ref datagram, Math.Max(Size, end));
        Packet packet = _network.Pool.Rent();
        packet.Source = source;
        packet.Destination = destination;
        packet.Protocol = IpProtocol.Udp;
        packet.TimeToLive = 64;
        packet.TrafficClass = trafficClass;
        packet.Identification = identification;
        packet.FragmentOffset = (ushort)start;
        packet.MoreFragments = more ?? end < Size;
        packet.CarryCopy(datagram.AsSpan(start..end));
        packet.Seal();
        Stack.Ip.Receive(packet, _host.Interfaces[0].Interface);
    }

    private void AssertNothingIsLeft() => Assert.Equal(0, _network.Pool.Rented);
}
