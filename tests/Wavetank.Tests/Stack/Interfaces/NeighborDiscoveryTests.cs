using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Interfaces.Neighbors;
using Wavetank.Tests.Stack.Ip.Support;

namespace Wavetank.Tests.Stack.Interfaces;

/// <summary>Solicitations and advertisements made by hand, of which some are not to be believed.</summary>
public sealed class NeighborDiscoveryTests : IDisposable
{
    private const ushort Override = 0x2000;
    private static readonly MacAddress Old = MacAddress.Numbered(100), New = MacAddress.Numbered(200);

    private readonly Network _network = new();
    private readonly Host _host;
    private readonly Host _peer;
    private readonly Router _router;
    private readonly PacketLog _log;
    private readonly NeighborCache _cache;
    private readonly Address _other;

    public NeighborDiscoveryTests()
    {
        _host = _network.AddHost("host");
        Switch item = _network.AddSwitch("switch");
        _network.Connect(_host, item);
        _peer = _network.AddHost("peer");
        _network.Connect(_peer, item);
        _router = _network.AddRouter("router");
        _network.Connect(_router, item);
        _log = new PacketLog(_network);
        _network.Run();
        _cache = _host.Interfaces[0].Interface.Neighbors!;
        Address own = Addresses.Of(_host, v6: true);
        _other = new Address(own.High, own.Low + 77);
    }

    public void Dispose() => _network.Dispose();

    // Proves RFC 4861 §4.6, §7.1, §7.1.1.
    [Theory]
    [InlineData(255, 0, 24, 1, 1)]
    [InlineData(254, 0, 24, 1, 0)] // passed on by a router
    [InlineData(255, 1, 24, 1, 0)] // a code that is not zero
    [InlineData(255, 0, 15, 1, 0)] // too short for the target
    [InlineData(255, 0, 24, 0, 0)] // an option of length zero
    public void A_solicitation_is_answered_only_if_it_is_sound(byte hopLimit, byte code, int length, byte optionLength, int answers)
    {
        Arrive(NeighborDiscovery.Solicitation, Addresses.Of(_host, v6: true), Old, 0, hopLimit, code, length, optionLength);

        Assert.Equal(answers, _log.At("link/host-switch/forward").Count);
    }

    // Proves RFC 4861 §7.1, §7.1.2, §7.2.5.
    [Theory]
    [InlineData(Override, 255, 24, 1, true)]
    [InlineData(0, 255, 24, 1, false)] // without override the old address stays
    [InlineData(Override, 254, 24, 1, false)]
    [InlineData(Override, 255, 15, 1, false)]
    [InlineData(Override, 255, 24, 0, false)]
    public void An_advertisement_changes_an_address_only_if_it_is_sound_and_overrides(
        ushort flags, byte hopLimit, int length, byte optionLength, bool changes)
    {
        _cache.OnHeard(_other, Old, isForUs: true);

        Arrive(NeighborDiscovery.Advertisement, _other, New, flags, hopLimit, code: 0, length, optionLength);

        Assert.Equal(changes ? New : Old, _cache.Find(_other)!.LinkAddress);
    }

    // Proves RFC 4861 §7.1.1, §7.2.4; RFC 4862 §5.4.3.
    [Theory]
    [InlineData(false, true, 1)]
    [InlineData(true, true, 0)] // who has no address yet tells no link-layer address
    [InlineData(false, false, 0)] // and asks the address's group
    public void Who_looks_for_duplicates_of_an_address_in_use_is_told_by_a_message_to_all(bool tellsLink, bool toGroup, int answers)
    {
        Address own = Addresses.Of(_host, v6: true);
        Packet packet = Message(NeighborDiscovery.Solicitation, own, New, length: tellsLink ? 24 : 16);
        packet.Source = Address.IPv6Any;
        packet.Destination = toGroup ? HostInterface.SolicitedNodeOf(own) : own;
        packet.LinkSource = New;
        packet.LinkDestination = toGroup ? MacAddress.OfGroup(packet.Destination) : _cache.LinkAddress;
        packet.Seal();
        _host.Interfaces[0].Interface.Receive(packet);
        _network.Run();

        IReadOnlyList<PacketLog.Line> sent = _log.At("link/host-switch/forward");
        Assert.Equal(answers, sent.Count);
        Assert.All(sent, line => Assert.Equal(
            (NeighborDiscovery.Advertisement, own, Address.IPv6AllHosts, MacAddress.OfGroup(Address.IPv6AllHosts), 255),
            (line.IcmpType, line.Source, line.Destination, line.LinkDestination, line.TimeToLive)));
        Assert.Equal(0, _cache.Count);
    }

    // Proves RFC 4861 §7.2.4.
    [Theory]
    [InlineData(false, new byte[] { NeighborDiscovery.Solicitation, NeighborDiscovery.Advertisement })] // it is asked for first
    [InlineData(true, new byte[] { NeighborDiscovery.Advertisement })]
    public void Who_asks_without_telling_its_link_layer_address_is_answered_once_that_is_known(bool isKnown, byte[] sent)
    {
        Address peer = Addresses.Of(_peer, v6: true);
        MacAddress link = _peer.Interfaces[0].Interface.Neighbors!.LinkAddress;
        if (isKnown)
        {
            _cache.OnHeard(peer, link, isForUs: true);
        }

        Packet packet = Message(NeighborDiscovery.Solicitation, Addresses.Of(_host, v6: true), link, length: 16);
        packet.Source = peer;
        packet.Destination = Addresses.Of(_host, v6: true);
        packet.Seal();
        NeighborDiscovery.Receive(_cache, packet);
        packet.Release();
        _network.Run();

        IReadOnlyList<PacketLog.Line> lines = _log.At("link/host-switch/forward");
        Assert.Equal(sent, lines.Select(line => line.IcmpType));
        Assert.Equal((peer, link, 255), (lines[^1].Destination, lines[^1].LinkDestination, lines[^1].TimeToLive));
    }

    // Proves RFC 4861 §4.4.
    [Theory]
    [InlineData(false, 0x6000)] // solicited, override
    [InlineData(true, 0xE000)] // and from a router
    public void A_router_says_that_it_is_one(bool isRouter, int flags)
    {
        IpDevice device = isRouter ? _router : _host;
        var told = new ToldFlags();
        _network.Events.Subscribe(told);
        Packet packet = Message(NeighborDiscovery.Solicitation, Addresses.Of(device, v6: true), New, length: 24);
        packet.Source = _other;
        packet.Destination = Addresses.Of(device, v6: true);
        packet.Seal();
        NeighborDiscovery.Receive(device.Interfaces[0].Interface.Neighbors!, packet);
        packet.Release();
        _network.Run();

        Assert.Equal(flags, Assert.Single(told.Flags.Distinct()));
    }

    private void Arrive(byte type, Address target, MacAddress link, ushort flags, byte hopLimit, byte code, int length, byte optionLength)
    {
        Packet packet = Message(type, target, link, length, optionLength);
        packet.Source = _other;
        packet.Destination = Addresses.Of(_host, v6: true);
        packet.TimeToLive = hopLimit;
        packet.Icmp.Code = code;
        packet.Icmp.Identifier = flags;
        packet.Seal();
        NeighborDiscovery.Receive(_cache, packet);
        packet.Release();
        _network.Run();
    }

    private Packet Message(byte type, Address target, MacAddress link, int length, byte optionLength = 1)
    {
        byte[] message = new byte[24];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(message, target.High);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(message.AsSpan(8), target.Low);
        message[16] = (byte)(type == NeighborDiscovery.Solicitation ? 1 : 2);
        message[17] = optionLength;
        EthernetCodec.WriteAddress(message.AsSpan(18), link);
        Packet packet = _network.Pool.Rent();
        packet.Protocol = IpProtocol.IcmpV6;
        packet.TimeToLive = 255;
        packet.Icmp.Type = type;
        packet.CarryCopy(message.AsSpan(0, length));
        return packet;
    }

    /// <summary>What advertisements say of their senders.</summary>
    private sealed class ToldFlags : IPacketObserver
    {
        public List<int> Flags { get; } = [];

        public void OnPacket(in PacketEvent packetEvent)
        {
            Packet packet = packetEvent.Packet;
            if (packet.Protocol == IpProtocol.IcmpV6 && packet.Icmp.Type == NeighborDiscovery.Advertisement)
            {
                Flags.Add(packet.Icmp.Identifier);
            }
        }
    }
}
