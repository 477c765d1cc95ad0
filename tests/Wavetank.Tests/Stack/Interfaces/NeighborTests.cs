using System.Net;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Stack.Interfaces;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Stack.Interfaces;

/// <summary>How hosts on a segment find each other: a - switch - b.</summary>
public sealed class NeighborTests : IDisposable
{
    private const ushort Port = 9;
    private const string FromA = "link/a-switch/forward";
    private const string FromB = "link/b-switch/forward";

    private readonly Network _network = new();
    private readonly Host _a;
    private readonly Host _b;
    private readonly PacketLog _log;

    public NeighborTests()
    {
        _a = _network.AddHost("a");
        _b = _network.AddHost("b");
        Switch item = _network.AddSwitch("switch");
        _network.Connect(_a, item);
        _network.Connect(_b, item);
        _log = new PacketLog(_network);
        _network.Run();
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 826, "Packet format".
    [Fact]
    public void A_question_stands_as_the_RFC_draws_it()
    {
        byte[] bytes = new byte[ArpMessage.Length];
        new ArpMessage(false, MacAddress.Numbered(1), Address.Parse("10.0.0.1"), default, Address.Parse("10.0.0.2")).Write(bytes);

        Assert.Equal("0001080006040001" + "0200000000010A000001" + "0000000000000A000002", Convert.ToHexString(bytes));
    }

    // Proves RFC 826, "Packet Generation"; RFC 826, "Packet Reception"; RFC 1122 §2.3.2.2.
    [Fact]
    public void An_IPv4_host_asks_all_and_the_answer_lets_the_packet_go()
    {
        using UdpProbe receiver = Probe(_b, v6: false, Port), sender = Probe(_a, v6: false);
        sender.Send(Addresses.At(_b, Port), 1);
        _network.Run();

        IReadOnlyList<PacketLog.Line> sent = _log.At(FromA);
        PacketLog.Line answer = Assert.Single(_log.At(FromB));
        Assert.Equal([true, false], sent.Select(line => line.IsArp));
        Assert.Equal([MacAddress.Broadcast, answer.LinkSource], sent.Select(line => line.LinkDestination));
        Assert.True(answer.IsArp);
        Assert.Equal(sent[0].LinkSource, answer.LinkDestination);
        Assert.NotNull(receiver.TryReceive());

        // The one that was asked has learnt who asked.
        receiver.Send(new TransportAddress(Addresses.Of(_a), sender.Port), 2);
        _network.Run();
        Assert.Equal([true, false], _log.At(FromB).Select(line => line.IsArp));
    }

    // Proves RFC 4861 §4.3, §4.4, §7.1, §7.2.
    [Fact]
    public void An_IPv6_host_asks_the_group_of_the_address()
    {
        using UdpProbe receiver = Probe(_b, v6: true, Port), sender = Probe(_a, v6: true);
        sender.Send(Addresses.At(_b, Port, v6: true), 1);
        _network.Run();

        PacketLog.Line question = _log.At(FromA)[0];
        PacketLog.Line answer = Assert.Single(_log.At(FromB));
        Address group = HostInterface.SolicitedNodeOf(Addresses.Of(_b, v6: true));
        Assert.Equal((135, 255, group, MacAddress.OfGroup(group)), (question.IcmpType, question.TimeToLive, question.Destination, question.LinkDestination));
        Assert.Equal((136, 255, question.Source, question.LinkSource), (answer.IcmpType, answer.TimeToLive, answer.Destination, answer.LinkDestination));
        Assert.Equal(answer.LinkSource, _log.At(FromA)[1].LinkDestination);
        Assert.NotNull(receiver.TryReceive());
    }

    // Proves RFC 1122 §2.3.2.1; RFC 4861 §7.2.2, §10.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_absent_host_is_asked_for_three_times_a_second_apart(bool v6)
    {
        using UdpProbe sender = Probe(_a, v6);
        Address own = Addresses.Of(_a, v6);
        sender.Send(new TransportAddress(new Address(own.High, own.Low + 77), Port), 1);
        _network.Run();

        Assert.Equal([0, 1, 2], _log.At(FromA).Select(line => line.Time / 1_000_000_000));
        Assert.Contains(DropReason.NeighborUnreachable, _log.Drops("host/a"));
    }

    // Proves RFC 1122 §2.3.2.1; RFC 4861 §7.3.2, §10.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_neighbor_of_which_nothing_was_heard_for_thirty_seconds_is_asked_five_seconds_after_it_is_used(bool v6)
    {
        using UdpProbe receiver = Probe(_b, v6, Port), sender = Probe(_a, v6);
        foreach (int second in (int[])[0, 29, 31])
        {
            _network.At(TimeSpan.FromSeconds(second), () => sender.Send(Addresses.At(_b, Port, v6), 1));
        }

        _network.At(TimeSpan.FromSeconds(50), () => { });
        _network.Run();

        PacketLog.Line[] questions = [.. _log.At(FromA).Where(line => line.IsArp || line.IcmpType == 135)];
        Assert.Equal([0, 36], questions.Select(line => line.Time / 1_000_000_000));
        Assert.False(questions[1].LinkDestination.IsGroup);
    }

    // Proves RFC 1112 §4, §6.4, §7.2.
    [Fact]
    public void What_is_sent_to_all_hosts_goes_to_the_address_of_their_group_and_is_heard_by_each()
    {
        using UdpProbe receiver = Probe(_b, v6: false, Port), sender = Probe(_a, v6: false);
        sender.Send(new TransportAddress(Address.FromIPAddress(IPAddress.Parse("224.0.0.1")), Port), 1);
        _network.Run();

        Assert.Equal("01:00:5e:00:00:01", Assert.Single(_log.At(FromA)).LinkDestination.ToString());
        Assert.NotNull(receiver.TryReceive());
    }

    private static UdpProbe Probe(Host host, bool v6, ushort port = 0) => new(host, port, v6 ? Address.IPv6Any : Address.IPv4Any);
}
