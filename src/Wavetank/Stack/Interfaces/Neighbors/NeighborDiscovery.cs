using System.Buffers.Binary;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>Neighbor solicitations and advertisements (RFC 4861 §4.3, §4.4, §7.2): what ARP is for IPv4.</summary>
internal static class NeighborDiscovery
{
    public const byte Solicitation = 135;
    public const byte Advertisement = 136;

    // RFC 4861 §7.1: no router has passed the message on.
    private const byte HopLimit = 255;

    private const ushort RouterFlag = 0x8000;
    private const ushort SolicitedFlag = 0x4000;
    private const ushort OverrideFlag = 0x2000;

    private const byte SourceLinkAddress = 1;
    private const byte TargetLinkAddress = 2;
    private const int TargetLength = 16;
    private const int OptionLength = 8;
    private const int MessageLength = TargetLength + OptionLength;

    /// <summary>Whether an ICMPv6 message is of this kind.</summary>
    public static bool Is(byte type) => type is Solicitation or Advertisement;

    /// <summary>Asks the target's group, or the one that is thought to have the address.</summary>
    public static void Ask(NeighborCache cache, Address target, MacAddress to)
    {
        if (!cache.Owner.TryGetAddress(ipv4: false, out Address own))
        {
            return;
        }

        bool toGroup = to.IsGroup;
        Address destination = toGroup ? HostInterface.SolicitedNodeOf(target) : target;
        Packet question = Create(cache, Solicitation, 0, own, destination, target, SourceLinkAddress);
        cache.Transmit(question, toGroup ? MacAddress.OfGroup(destination) : to);
    }

    /// <summary>Takes a message that arrived at the interface. The packet stays the caller's.</summary>
    public static void Receive(NeighborCache cache, Packet packet)
    {
        // RFC 4861 §7.1.1, §7.1.2: what does not look so is silently discarded.
        if (packet.TimeToLive != HopLimit || packet.Icmp.Code != 0 || packet.PayloadLength < TargetLength)
        {
            return;
        }

        var target = new Address(BinaryPrimitives.ReadUInt64BigEndian(packet.Payload), BinaryPrimitives.ReadUInt64BigEndian(packet.Payload[8..]));
        if (target.IsMulticast || !TryReadOptions(packet.Payload[TargetLength..], packet.Icmp.Type, out MacAddress link))
        {
            return;
        }

        if (packet.Icmp.Type == Solicitation)
        {
            Answer(cache, packet.Source, target, link);
        }
        else if (!link.IsNone)
        {
            Note(cache, packet.Icmp.Identifier, target, link);
        }
    }

    private static void Answer(NeighborCache cache, Address from, Address target, MacAddress link)
    {
        if (!cache.Owner.Has(target))
        {
            return;
        }

        // RFC 4861 §4.4: R says that the sender is a router.
        ushort flags = (ushort)(OverrideFlag | (cache.Stack.Ip.IsForwarding ? RouterFlag : 0));
        if (from.IsAny)
        {
            // RFC 4861 §7.1.1: who has no address yet tells no link-layer address either.
            if (link.IsNone)
            {
                // RFC 4861 §7.2.4, RFC 4862 §5.4.3: it looks for duplicates of the address that it would have, and all are told.
                Packet toAll = Create(cache, Advertisement, flags, target, Address.IPv6AllHosts, target, TargetLinkAddress);
                cache.Transmit(toAll, MacAddress.OfGroup(Address.IPv6AllHosts));
            }

            return;
        }

        Packet answer = Create(cache, Advertisement, (ushort)(flags | SolicitedFlag), target, from, target, TargetLinkAddress);
        if (link.IsNone)
        {
            // RFC 4861 §7.2.4: who asks one alone need not tell its own link-layer address; where it is not known, it is asked for first.
            cache.Send(answer, from);
            return;
        }

        cache.OnHeard(from, link, isForUs: true);
        cache.Transmit(answer, link);
    }

    /// <summary>RFC 4861 §7.2.5.</summary>
    private static void Note(NeighborCache cache, ushort flags, Address target, MacAddress link)
    {
        bool isNew = cache.Find(target) is { } neighbor && neighbor.State != NeighborState.Incomplete && neighbor.LinkAddress != link;
        if (isNew && (flags & OverrideFlag) == 0)
        {
            return;
        }

        if ((flags & SolicitedFlag) != 0)
        {
            cache.OnAnswer(target, link);
        }
        else
        {
            cache.OnHeard(target, link, isForUs: false);
        }
    }

    /// <summary>Reads the link-layer address that a message tells, if it does. False for options that cannot be read (RFC 4861 §4.6).</summary>
    private static bool TryReadOptions(ReadOnlySpan<byte> options, byte messageType, out MacAddress link)
    {
        byte wanted = messageType == Solicitation ? SourceLinkAddress : TargetLinkAddress;
        link = default;
        while (!options.IsEmpty)
        {
            int length = options.Length < OptionLength ? 0 : options[1] * OptionLength;
            if (length == 0 || length > options.Length)
            {
                return false;
            }

            if (options[0] == wanted)
            {
                link = EthernetCodec.ReadAddress(options[2..]);
            }

            options = options[length..];
        }

        return !link.IsGroup;
    }

    private static Packet Create(
        NeighborCache cache, byte type, ushort flags, Address source, Address destination, Address target, byte option)
    {
        Span<byte> message = stackalloc byte[MessageLength];
        BinaryPrimitives.WriteUInt64BigEndian(message, target.High);
        BinaryPrimitives.WriteUInt64BigEndian(message[8..], target.Low);
        message[TargetLength] = option;
        message[TargetLength + 1] = 1;
        EthernetCodec.WriteAddress(message[(TargetLength + 2)..], cache.LinkAddress);
        Packet packet = cache.Stack.Pool.Rent();
        packet.Source = source;
        packet.Destination = destination;
        packet.Protocol = IpProtocol.IcmpV6;
        packet.TimeToLive = HopLimit;
        packet.Icmp.Type = type;
        packet.Icmp.Identifier = flags;
        packet.CarryCopy(message);
        packet.Id = cache.Stack.Events.TakePacketId();
        packet.Seal();
        return packet;
    }
}
