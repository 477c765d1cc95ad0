using Wavetank.Devices.Flows;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;

namespace Wavetank.Devices.Translation;

/// <summary>ICMP errors: not only the message, also the packet that it quotes is translated (RFC 5508 §4.2).</summary>
internal sealed partial class Translator
{
    /// <summary>An error about something that was sent from inside.</summary>
    /// <returns>False if nothing of it is known.</returns>
    private bool TranslateErrorInward(Packet error)
    {
        // RFC 5508 §4.2: what the quote is about tells whom the error is for; timers are left alone.
        if (!IcmpQuote.TryParse(error.Payload, out IcmpQuote quote) || quote.Local.Address != External)
        {
            return false;
        }

        (ushort port, TransportAddress remote) = PortsOf(in quote, quote.Local, quote.Remote);
        if (Table.Find(quote.Protocol, port) is not { } mapping || Table.FindFlow(mapping, remote) is null)
        {
            return false;
        }

        error.Destination = mapping.Key.Inside.Address;
        using (QuotedPacket quoted = new(error))
        {
            quoted.SetSource(mapping.Key.Inside);
        }

        error.Seal();
        return true;
    }

    /// <summary>An error from inside about something that came from outside.</summary>
    private bool TranslateErrorOutward(Packet error)
    {
        if (!IcmpQuote.TryParse(error.Payload, out IcmpQuote quote))
        {
            return false;
        }

        (ushort port, TransportAddress remote) = PortsOf(in quote, quote.Remote, quote.Local);
        if (Table.FindFlow(new FlowKey(quote.Protocol, new TransportAddress(quote.Remote.Address, port), remote)) is not { } flow)
        {
            return false;
        }

        // RFC 5508 §4.2: whoever inside it is that met the error, it comes from the outside address.
        error.Source = External;
        using (QuotedPacket quoted = new(error))
        {
            quoted.SetDestination(new TransportAddress(External, flow.Mapping!.Port));
        }

        error.Seal();
        return true;
    }

    /// <summary>The inside's port, and the other end as flows know it. An echo's identifier stands in the second word of the quoted header.</summary>
    private static (ushort Port, TransportAddress Remote) PortsOf(in IcmpQuote quote, TransportAddress inside, TransportAddress remote) =>
        quote.Protocol == IpProtocol.Icmp
            ? ((ushort)(quote.SequenceNumber >> 16), new TransportAddress(remote.Address, 0))
            : (inside.Port, remote);
}
