using Wavetank.Packets;
using Wavetank.Packets.Codecs;

namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>ARP (RFC 826): who has an IPv4 address, and the answer to such questions.</summary>
internal static class AddressResolution
{
    /// <summary>Asks all, or the one that is thought to have the address (RFC 826, "Packet Generation").</summary>
    public static void Ask(NeighborCache cache, Address target, MacAddress to)
    {
        if (cache.Owner.TryGetAddress(ipv4: true, out Address own))
        {
            Send(cache, new ArpMessage(IsReply: false, cache.LinkAddress, own, default, target), to);
        }
    }

    /// <summary>Takes a message, and its packet's ownership (RFC 826, "Packet Reception").</summary>
    public static void Receive(NeighborCache cache, Packet packet)
    {
        if (!ArpMessage.TryParse(packet.Payload, out ArpMessage message))
        {
            cache.Drop(packet, DropReason.Malformed);
            return;
        }

        // Nobody else's business: neither a neighbor of ours nor a question to us.
        bool isForUs = cache.Owner.Has(message.Target);
        if (!isForUs && cache.Find(message.Sender) is null)
        {
            cache.Drop(packet, DropReason.FilteredByInterface);
            return;
        }

        cache.Stack.Events.Raise(PacketEventKind.Delivered, cache.Stack.Point, packet);
        packet.Release();
        if (message.IsReply && isForUs)
        {
            cache.OnAnswer(message.Sender, message.SenderLink);
            return;
        }

        cache.OnHeard(message.Sender, message.SenderLink, isForUs && !message.Sender.IsAny);
        if (isForUs && !message.IsReply)
        {
            Send(cache, new ArpMessage(IsReply: true, cache.LinkAddress, message.Target, message.SenderLink, message.Sender), message.SenderLink);
        }
    }

    private static void Send(NeighborCache cache, in ArpMessage message, MacAddress to)
    {
        Span<byte> bytes = stackalloc byte[ArpMessage.Length];
        message.Write(bytes);
        Packet packet = cache.Stack.Pool.Rent();
        packet.IsArp = true;
        packet.Source = message.Sender;
        packet.Destination = message.Target;
        packet.Protocol = IpProtocol.None;
        packet.CarryCopy(bytes);
        packet.Id = cache.Stack.Events.TakePacketId();
        packet.Seal();
        cache.Transmit(packet, to);
    }
}
