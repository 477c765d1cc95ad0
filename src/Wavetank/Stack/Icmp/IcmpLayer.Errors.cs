using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Stack.Icmp;

/// <summary>Error messages: what the host says of packets that it could not serve, and what it hears of its own.</summary>
internal sealed partial class IcmpLayer
{
    // RFC 1812 §4.3.2.3: as much of the packet as fits 576 bytes with the new headers; RFC 4443 §2.4 (c): 1280 bytes.
    private const int QuoteLimit = 576 - Packet.IPv4HeaderLength - IcmpHeader.Length;
    private const int QuoteLimitV6 = Packet.IPv6MinimumLinkMtu - Packet.IPv6HeaderLength - IcmpHeader.Length;

    private IcmpRateLimit? _rateLimit;

    /// <summary>How many errors the host sends in all.</summary>
    public IcmpHostLimit HostLimit => field ??= new IcmpHostLimit(stack.Simulator);

    /// <summary>
    /// Whether the host tells senders what became of their packets. One that does not, as behind many firewalls, makes path MTU
    /// discovery fail (RFC 2923 §2.1).
    /// </summary>
    public bool SendsErrors { get; set; } = true;

    /// <summary>Tells the sender of a packet what became of it. The packet stays the caller's.</summary>
    /// <param name="offender">The packet that met the error.</param>
    /// <param name="error">What it met.</param>
    /// <param name="mtu">The next hop's MTU, for "fragmentation needed".</param>
    public void SendError(Packet offender, IcmpError error, int mtu = 0)
    {
        if (!SendsErrors || !MayReport(offender) || !TrySelectSource(offender, out Address source) || !MaySend(offender, error))
        {
            return;
        }

        bool isV4 = offender.Source.IsIPv4;
        Packet report = stack.Pool.Rent();
        report.Source = source;
        report.Destination = offender.Source;
        report.Protocol = isV4 ? IpProtocol.Icmp : IpProtocol.IcmpV6;
        report.Icmp.Type = isV4 ? error.Type : error.TypeV6;
        report.Icmp.Code = isV4 ? error.Code : error.CodeV6;

        // RFC 1191 §4, RFC 4443 §3.2: the next-hop MTU stands in the last two bytes of the header, or in all four; it fits two.
        report.Icmp.SequenceNumber = (ushort)mtu;

        // The whole packet is written, because its checksums are made from all of it; what is too much is then left out.
        PayloadBlock block = stack.Pool.RentBlock(offender.Length);
        int length = Math.Min(PacketCodec.Write(offender, block.Bytes), isV4 ? QuoteLimit : QuoteLimitV6);
        block.Filled = length;
        report.Carry(block, 0, length);
        block.Release();
        stack.Ip.Send(report);
    }

    /// <summary>RFC 1122 §3.2.2, RFC 4443 §2.4 (e): no errors about errors, about later fragments, or about what was not from one host to one host.</summary>
    private bool MayReport(Packet offender) =>
        offender.FragmentOffset == 0
        && !offender.Source.IsAny && !offender.Source.IsMulticast && offender.Source != Address.IPv4Broadcast
        && !offender.LinkDestination.IsGroup && !stack.Ip.IsGroup(offender.Destination)
        && !(offender.Protocol is IpProtocol.Icmp or IpProtocol.IcmpV6 && IcmpErrors.IsError(offender.Protocol, TypeOf(offender)));

    private static byte TypeOf(Packet packet) => packet.HasTransportHeader ? packet.Icmp.Type : packet.PayloadLength > 0 ? packet.Payload[0] : (byte)0;

    /// <summary>RFC 1122 §3.2.2, RFC 4443 §2.2 (a): from the address that the packet was for, where that is the host's own.</summary>
    private bool TrySelectSource(Packet offender, out Address source)
    {
        source = offender.Destination;
        return stack.Ip.IsLocal(source) || stack.Ip.TrySelectSource(offender.Source, out source, out _);
    }

    /// <summary>Whether the limits of the host and of the receiver let one more out, which thereby counts.</summary>
    private bool MaySend(Packet offender, IcmpError error)
    {
        // Linux limits neither what it tells itself nor what path MTU discovery lives on.
        if (error == IcmpErrors.FragmentationNeeded || stack.Ip.IsLocal(offender.Source))
        {
            return true;
        }

        // RFC 1812 §4.3.2.8, RFC 4443 §2.4 (f): what the receiver's limit holds back takes nothing of the host's.
        if (!HostLimit.Allows() || !(_rateLimit ??= new(stack.Simulator)).TryTake(offender.Source))
        {
            return false;
        }

        HostLimit.Take();
        return true;
    }

    private void Report(Packet packet, in IcmpQuote quote)
    {
        // RFC 5927 §4: anyone can send an error, so it must be about a packet that the host may have sent.
        if (!IcmpErrors.IsForSockets(packet.Protocol, packet.Icmp.Type)
            || !stack.Ip.IsLocal(quote.Local.Address) || quote.Local.Address.IsIPv4 != packet.Source.IsIPv4)
        {
            return;
        }

        (SocketError error, bool isHard) = IcmpErrors.ToSocketError(packet.Protocol, packet.Icmp.Type, packet.Icmp.Code);
        bool isTooBig = IcmpErrors.IsTooBig(packet.Protocol, packet.Icmp.Type, packet.Icmp.Code);
        switch (quote.Protocol)
        {
            case IpProtocol.Tcp when !isTooBig || stack.Tcp.IsInFlight(quote.Local, quote.Remote, quote.SequenceNumber):
                LearnIf(isTooBig, packet, in quote);
                stack.Tcp.OnIcmpError(quote.Local, quote.Remote, quote.SequenceNumber, error, isHard);
                break;
            case IpProtocol.Udp when stack.Udp.HasEndpoint(quote.Local, quote.Remote):
                LearnIf(isTooBig, packet, in quote);
                stack.Udp.OnIcmpError(quote.Local, quote.Remote, error, isHard);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                // An echo's identifier and sequence number stand where a transport header has its second word.
                if (Find((ushort)(quote.SequenceNumber >> 16)) is { } echo)
                {
                    LearnIf(isTooBig, packet, in quote);
                    echo.User.OnError(packet.Source, (ushort)quote.SequenceNumber, packet.Icmp.Type, packet.Icmp.Code);
                }

                break;
        }
    }

    private void LearnIf(bool isTooBig, Packet packet, in IcmpQuote quote)
    {
        if (isTooBig)
        {
            int mtu = packet.Icmp.SequenceNumber | (packet.Protocol == IpProtocol.IcmpV6 ? packet.Icmp.Identifier << 16 : 0);
            stack.Ip.LearnPathMtu(quote.Remote.Address, mtu);
        }
    }
}
