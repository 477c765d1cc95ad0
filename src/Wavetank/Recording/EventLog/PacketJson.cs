using System.Globalization;
using System.Text.Json;
using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>A packet as properties of a JSON object: all that its headers say, and a hash of its payload.</summary>
internal sealed class PacketJson
{
    private readonly Dictionary<Address, string> _addresses = [];

    public void Write(Utf8JsonWriter json, Packet packet)
    {
        json.WriteNumber("packet", packet.Id);
        json.WriteString("src", TextOf(packet.Source));
        json.WriteString("dst", TextOf(packet.Destination));
        if (EventNames.Of(packet.Protocol) is { } name)
        {
            json.WriteString("proto", name);
        }
        else
        {
            json.WriteNumber("proto", (byte)packet.Protocol);
        }

        json.WriteNumber("len", packet.Length);
        json.WriteNumber("ttl", packet.TimeToLive);
        WriteIfSet(json, "tos", packet.TrafficClass);
        WriteIfSet(json, "id", packet.Identification);
        WriteIfSet(json, "df", packet.DontFragment);
        if (packet.IsFragment)
        {
            json.WriteNumber("offset", packet.FragmentOffset);
            json.WriteBoolean("more", packet.MoreFragments);
        }
        else if (packet.HasTransportHeader)
        {
            WriteTransport(json, packet);
        }
        else
        {
            json.WriteBoolean("damaged", true);
        }

        WritePayload(json, packet);
    }

    private static void WriteTransport(Utf8JsonWriter json, Packet packet)
    {
        switch (packet.Protocol)
        {
            case IpProtocol.Tcp:
                TcpJson.Write(json, in packet.Tcp);
                break;
            case IpProtocol.Udp:
                json.WriteNumber("sport", packet.Udp.SourcePort);
                json.WriteNumber("dport", packet.Udp.DestinationPort);
                break;
            case IpProtocol.Icmp or IpProtocol.IcmpV6:
                json.WriteNumber("type", packet.Icmp.Type);
                json.WriteNumber("code", packet.Icmp.Code);
                json.WriteNumber("identifier", packet.Icmp.Identifier);
                json.WriteNumber("sequence", packet.Icmp.SequenceNumber);
                break;
        }
    }

    private static void WritePayload(Utf8JsonWriter json, Packet packet)
    {
        if (packet.PayloadLength == 0)
        {
            return;
        }

        Span<char> hash = stackalloc char[16];
        StableHash.Finish(StableHash.Mix(0, packet.Payload)).TryFormat(hash, out _, "x16", CultureInfo.InvariantCulture);
        json.WriteNumber("payload", packet.PayloadLength);
        json.WriteString("hash", hash);
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, int value)
    {
        if (value != 0)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteIfSet(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    private string TextOf(Address address)
    {
        if (!_addresses.TryGetValue(address, out string? text))
        {
            text = address.ToString();
            _addresses.Add(address, text);
        }

        return text;
    }
}
