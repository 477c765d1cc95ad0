using Wavetank.Packetdrill.Model;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Parsing;

internal sealed partial class ScriptParser
{
    private PacketSpec.Tcp ReadTcp(IpSpec ip, PortsSpec? ports)
    {
        TcpFlags flags = ReadFlags();
        SequenceSpec sequence = ReadSequence();
        uint? acknowledgment = null;
        ushort? window = null, urgent = null;
        while (true)
        {
            if (_cursor.TryTakeWord("ack"))
                acknowledgment = (uint)_cursor.Integer("the acknowledgment number", 0, uint.MaxValue);
            else if (_cursor.TryTakeWord("win"))
                window = (ushort)_cursor.Integer("the window, as it stands in the header,", 0, ushort.MaxValue);
            else if (_cursor.TryTakeWord("urg"))
                urgent = (ushort)_cursor.Integer("the urgent pointer", 0, ushort.MaxValue);
            else
                break;
        }

        IReadOnlyList<TcpOptionSpec>? options = [];
        if (_cursor.TryTake("<"))
            options = ReadOptions();
        return new PacketSpec.Tcp(ip, ports, flags, sequence, acknowledgment, window, urgent, options);
    }

    private TcpFlags ReadFlags()
    {
        Place place = _cursor.Here;
        TcpFlags flags = TcpFlags.None;
        for (bool first = true; !char.IsWhiteSpace(_cursor.At(0)) && _cursor.At(0) != '\0'; first = false, _cursor.Position++)
        {
            switch (_cursor.At(0))
            {
                case 'S':
                    flags |= TcpFlags.Syn;
                    break;
                case 'F':
                    flags |= TcpFlags.Fin;
                    break;
                case 'R':
                    flags |= TcpFlags.Rst;
                    break;
                case 'P':
                    flags |= TcpFlags.Psh;
                    break;
                case 'U':
                    flags |= TcpFlags.Urg;
                    break;
                case 'E':
                    flags |= TcpFlags.Ece;
                    break;
                case 'W':
                    flags |= TcpFlags.Cwr;
                    break;
                case '.':
                    flags |= TcpFlags.Ack;
                    break;
                case '-' when first:
                    break;
                case 'A':
                case >= '0' and <= '7' when !first:
                    throw new NotApplicableException(place, "accurate ECN is not modelled");
                default:
                    throw _cursor.Expected("the flags of a segment (of S F R P U E W and '.' for ACK, or '-' for none), 'udp' or 'icmp'");
            }
        }

        return flags;
    }

    /// <summary>Reads the options up to <c>&gt;</c>; null means that any are right.</summary>
    private List<TcpOptionSpec>? ReadOptions()
    {
        if (_cursor.TryTake("..."))
        {
            _cursor.Take(">", "behind '...'");
            return null;
        }

        var options = new List<TcpOptionSpec>();
        while (!_cursor.TryTake(">"))
        {
            if (options.Count > 0)
                _cursor.Take(",", "or '>' behind a TCP option");
            options.Add(ReadOption());
        }

        return options;
    }

    private TcpOptionSpec ReadOption()
    {
        Place place = _cursor.Here;
        if (!_cursor.TryWord(out string word))
            throw _cursor.Expected("a TCP option: mss, nop, eol, wscale, sackOK, sack or TS");
        switch (word)
        {
            case "nop":
                return new TcpOptionSpec.NoOperation();
            case "eol":
                return new TcpOptionSpec.EndOfList();
            case "mss":
                return new TcpOptionSpec.MaximumSegmentSize((ushort)_cursor.Integer("the maximum segment size", 0, ushort.MaxValue));
            case "wscale":
                return new TcpOptionSpec.WindowScale((byte)_cursor.Integer("the window scale", 0, byte.MaxValue));
            case "sackOK":
                return new TcpOptionSpec.SackPermitted();
            case "sack":
                return ReadSack();
            case "TS":
                return ReadTimestamps();
            case "FO" or "FOEXP":
                throw new NotApplicableException(place, "TCP Fast Open (RFC 7413) is not modelled");
            case "md5" or "tcp_ao" or "ao":
                throw new NotApplicableException(place, $"TCP signatures ('{word}') are not modelled");
            case "accecn" or "ACCECN" or "e0b" or "e1b" or "mp_capable" or "mp_join" or "dss" or "add_address" or "mp_prio":
                throw new NotApplicableException(place, $"the TCP option '{word}' is not modelled");
            default:
                throw new SyntaxError(place, $"'{word}' is no TCP option: mss, nop, eol, wscale, sackOK, sack and TS are");
        }
    }

    private TcpOptionSpec.Sack ReadSack()
    {
        var blocks = new List<(uint, uint)>();
        do
        {
            var left = (uint)_cursor.Integer("a SACK block such as 1001:2001", 0, uint.MaxValue);
            _cursor.Take(":", "between the ends of a SACK block");
            blocks.Add((left, (uint)_cursor.Integer("the right end of the SACK block", 0, uint.MaxValue)));
        }
        while (char.IsAsciiDigit(_cursor.Next));
        return blocks.Count <= SackBlocks.Capacity
            ? new TcpOptionSpec.Sack(blocks)
            : throw _cursor.Expected($"at most {SackBlocks.Capacity} SACK blocks");
    }

    private TcpOptionSpec.Timestamps ReadTimestamps()
    {
        if (!_cursor.TryTakeWord("val"))
            throw _cursor.Expected("'val' and a number behind 'TS'");
        var value = (uint)_cursor.Integer("the timestamp", 0, uint.MaxValue);
        if (!_cursor.TryTakeWord("ecr"))
            throw _cursor.Expected("'ecr' and a number behind the timestamp");
        return new TcpOptionSpec.Timestamps(value, (uint)_cursor.Integer("the timestamp's echo", 0, uint.MaxValue));
    }
}
