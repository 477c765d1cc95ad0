using Wavetank.Packetdrill.Model;

namespace Wavetank.Packetdrill.Parsing;

internal sealed partial class ScriptParser
{
    private const int MostPayload = 65_000;

    private ScriptAction ReadPacket()
    {
        bool inbound = _cursor.TryTake("<");
        if (!inbound)
            _cursor.Take(">", "or '<' before a packet");
        PacketSpec packet = ReadPacketSpec();
        return inbound ? new ScriptAction.Inbound(packet) : new ScriptAction.Outbound(packet);
    }

    private PacketSpec ReadPacketSpec()
    {
        IpSpec ip = default;
        SequenceSpec? quotedSequence = null;
        int? quotedUdp = null;
        while (_cursor.TryTake("["))
        {
            // The older form has what an ICMP error is about in front.
            if (!TryReadQuote(ref quotedSequence, ref quotedUdp))
                ip = ReadIp();
        }

        PortsSpec? ports = TryReadPorts();
        Place place = _cursor.Here;
        int start = _cursor.Position;
        if (_cursor.TryWord(out string word))
        {
            switch (word)
            {
                case "udp":
                    ports ??= TryReadPorts();
                    _cursor.Take("(", "and the length behind 'udp'");
                    int length = (int)_cursor.Integer("the length of the datagram", 0, MostPayload);
                    _cursor.Take(")", "behind the length");
                    return new PacketSpec.Udp(ip, ports, length);
                case "icmp":
                    return ReadIcmp(ip, quotedSequence, quotedUdp);
                case "ipv4" or "ipv6" or "gre" or "mpls":
                    throw new NotApplicableException(place, $"packets inside others ('{word}') are not modelled");
            }
        }

        _cursor.Position = start;
        return ReadTcp(ip, ports);
    }

    private PacketSpec.Icmp ReadIcmp(IpSpec ip, SequenceSpec? quotedSequence, int? quotedUdp)
    {
        if (!_cursor.TryWord(out string type))
            throw _cursor.Expected("the type of the ICMP message, such as unreachable");
        string? code = null;
        int mtu = 0;
        while (true)
        {
            if (_cursor.TryTakeWord("mtu"))
                mtu = (int)_cursor.Integer("the MTU", 0, ushort.MaxValue);
            else if (_cursor.TryTakeWord("id"))
                throw new NotApplicableException(_cursor.Here, "ICMP echoes are not modelled in scripts");
            else if (code is null && _cursor.TryWord(out string name))
                code = name;
            else
                break;
        }

        while (_cursor.TryTake("["))
        {
            if (!TryReadQuote(ref quotedSequence, ref quotedUdp))
                throw _cursor.Expected("what the ICMP error is about, such as [1:1001(1000)] or [udp (100)]");
        }

        return new PacketSpec.Icmp(ip, type, code, mtu, quotedSequence, quotedUdp);
    }

    /// <summary>Reads <c>udp (100)]</c> or <c>1:1001(1000)]</c>, the bracket being open.</summary>
    private bool TryReadQuote(ref SequenceSpec? sequence, ref int? udpLength)
    {
        if (_cursor.TryTakeWord("udp"))
        {
            _cursor.Take("(", "and the length behind 'udp'");
            udpLength = (int)_cursor.Integer("the length of the datagram", 0, MostPayload);
            _cursor.Take(")", "behind the length");
        }
        else if (char.IsAsciiDigit(_cursor.Next))
        {
            sequence = ReadSequence();
        }
        else
        {
            return false;
        }

        _cursor.Take("]", "behind what the ICMP error is about");
        return true;
    }

    private IpSpec ReadIp()
    {
        var ip = default(IpSpec);
        do
        {
            Place place = _cursor.Here;
            if (!_cursor.TryWord(out string word))
                throw _cursor.Expected("what the IP header says: noecn, ect0, ect1, ect01, ce, tos N or ttl N");
            ip = word switch
            {
                "noecn" => ip with { Ecn = [0] },
                "ect1" => ip with { Ecn = [1] },
                "ect0" => ip with { Ecn = [2] },
                "ect01" => ip with { Ecn = [1, 2] },
                "ce" => ip with { Ecn = [3] },
                "tos" or "tclass" => ip with { TrafficClass = (byte)_cursor.Integer("the traffic class", 0, byte.MaxValue) },
                "ttl" or "hlim" => ip with { TimeToLive = (byte)_cursor.Integer("the time to live", 1, byte.MaxValue) },
                "flowlabel" => throw new NotApplicableException(place, "IPv6 flow labels are not modelled"),
                _ => throw new SyntaxError(place, $"'{word}' is not known of an IP header: noecn, ect0, ect1, ect01, ce, tos N and ttl N are"),
            };
        }
        while (_cursor.TryTake(","));
        _cursor.Take("]", "behind what the IP header says");
        return ip;
    }

    /// <summary>Reads <c>40000 &gt; 8080</c>, with or without a colon behind.</summary>
    private PortsSpec? TryReadPorts()
    {
        int start = _cursor.Position;
        if (_cursor.TryInteger(out long source) && _cursor.TryTake(">"))
        {
            if (source is < 0 or > ushort.MaxValue)
                throw _cursor.Expected("ports between 0 and 65535");
            var destination = (ushort)_cursor.Integer("the destination port", 0, ushort.MaxValue);
            _cursor.TryTake(":");
            return new PortsSpec((ushort)source, destination);
        }

        _cursor.Position = start;
        return null;
    }

    private SequenceSpec ReadSequence()
    {
        Place place = _cursor.Here;
        long start = _cursor.Integer("sequence numbers such as 1:1001(1000)", 0, uint.MaxValue);
        _cursor.Take(":", "between the sequence numbers");
        long end = _cursor.Integer("the sequence number behind the last byte", 0, uint.MaxValue);
        _cursor.Take("(", "and the length behind the sequence numbers");
        int length = (int)_cursor.Integer("the length of the payload", 0, MostPayload);
        _cursor.Take(")", "behind the length");
        return (uint)end == (uint)start + (uint)length
            ? new SequenceSpec((uint)start, length)
            : throw new SyntaxError(place, $"{start}:{end} is not {length} bytes; from {start} on these end at {(uint)start + (uint)length}");
    }
}
