using System.Globalization;
using System.Net;
using System.Text;
using Wavetank.Packets;

namespace Wavetank.Links.Rules;

/// <summary>Reads an expression by recursive descent: or, and, not, then one test.</summary>
/// <param name="text">The expression.</param>
/// <param name="hosts">For a device's name whether an address is one of its own.</param>
internal sealed class PacketFilterParser(string text, Func<string, Func<Address, bool>> hosts)
{
    private const int MostNested = 50;

    private readonly List<FilterToken> _tokens = FilterLexer.Read(text);
    private int _position;
    private int _depth;

    private FilterToken Current => _tokens[_position];

    /// <exception cref="PacketFilterException">It is no expression.</exception>
    public Func<Packet, bool> Parse()
    {
        Func<Packet, bool> filter = ParseOr();
        return Current.IsEnd ? filter : throw Problem($"{Current.Description} is one too many; join tests by && or ||");
    }

    private Func<Packet, bool> ParseOr()
    {
        Func<Packet, bool> left = ParseAnd();
        while (Take("||") || Take("or"))
        {
            Func<Packet, bool> first = left;
            Func<Packet, bool> second = ParseAnd();
            left = packet => first(packet) || second(packet);
        }

        return left;
    }

    private Func<Packet, bool> ParseAnd()
    {
        Func<Packet, bool> left = ParseNot();
        while (Take("&&") || Take("and"))
        {
            Func<Packet, bool> first = left;
            Func<Packet, bool> second = ParseNot();
            left = packet => first(packet) && second(packet);
        }

        return left;
    }

    private Func<Packet, bool> ParseNot()
    {
        if (++_depth > MostNested)
        {
            throw Problem($"is nested more than {MostNested} deep");
        }

        Func<Packet, bool> result;
        if (Take("!") || Take("not"))
        {
            Func<Packet, bool> inner = ParseNot();
            result = packet => !inner(packet);
        }
        else if (Take("("))
        {
            result = ParseOr();
            if (!Take(")"))
            {
                throw Problem($"{Current.Description} stands where ) is missing");
            }
        }
        else
        {
            result = ParseTest();
        }

        _depth--;
        return result;
    }

    private Func<Packet, bool> ParseTest()
    {
        FilterToken token = Current;
        if (token.IsEnd || token.IsText)
        {
            throw Problem($"{token.Description} stands where a test is missing, such as tcp or dst port 80");
        }

        if (FilterWords.NumberByWord.TryGetValue(token.Text, out Func<Packet, long>? number))
        {
            _position++;
            return token.Text == "payload" && Take("starts") ? ParsePrefix() : ParseComparison(token.Text, number);
        }

        if (FilterWords.AloneByWord.TryGetValue(token.Text, out Func<Packet, bool>? alone))
        {
            _position++;
            return token.Text is "tcp" or "udp" && Current.Text is "src" or "dst" or "port" or "portrange" ? Both(alone, ParseEnds()) : alone;
        }

        return token.Text switch
        {
            "less" => ParseLength((length, bound) => length <= bound),
            "greater" => ParseLength((length, bound) => length >= bound),
            "src" or "dst" or "host" or "net" or "port" or "portrange" => ParseEnds(),
            _ => throw new PacketFilterException($"\"{BoundedFile.Shorten(token.Text)}\" is not a known word", token.Column, token.Text, FilterWords.All),
        };
    }

    private static Func<Packet, bool> Both(Func<Packet, bool> first, Func<Packet, bool> second) => packet => first(packet) && second(packet);

    private Func<Packet, bool> ParseLength(Func<long, long, bool> compare)
    {
        _position++;
        long bound = TakeNumber(0, long.MaxValue, "a number of bytes");
        return packet => compare(packet.Length, bound);
    }

    private Func<Packet, bool> ParseComparison(string word, Func<Packet, long> number)
    {
        FilterToken sign = Current;
        if (sign.Text is not ("=" or "==" or "!=" or "<" or "<=" or ">" or ">="))
        {
            throw Problem($"{sign.Description} stands where a comparison is missing, such as {word} > 100{(word == "payload" ? " or payload starts \"GET\"" : "")}");
        }

        _position++;
        long bound = TakeNumber(0, long.MaxValue, "a whole number");
        return sign.Text switch
        {
            "=" or "==" => packet => number(packet) == bound,
            "!=" => packet => number(packet) != bound,
            "<" => packet => number(packet) < bound,
            "<=" => packet => number(packet) <= bound,
            ">" => packet => number(packet) > bound,
            _ => packet => number(packet) >= bound,
        };
    }

    private Func<Packet, bool> ParsePrefix()
    {
        FilterToken token = Current;
        byte[] prefix;
        if (token.IsText)
        {
            prefix = Encoding.Latin1.GetBytes(token.Text);
        }
        else if (!token.Text.StartsWith("0x", StringComparison.Ordinal) || token.Text.Length % 2 != 0 || token.Text.Length == 2 || !token.Text.Skip(2).All(char.IsAsciiHexDigit))
        {
            throw Problem($"{token.Description} is no beginning of a payload; write a text in quotes such as \"GET \", or bytes such as 0x1603");
        }
        else
        {
            prefix = Convert.FromHexString(token.Text.AsSpan(2));
        }

        _position++;
        return packet => packet.Payload.StartsWith(prefix);
    }

    /// <summary>[src|dst] host ADDRESS | host NAME | net PREFIX | port N | portrange N-N.</summary>
    private Func<Packet, bool> ParseEnds()
    {
        bool isDestination = !Take("src");
        bool isSource = !isDestination || !Take("dst");
        FilterToken what = Current;
        switch (what.Text)
        {
            case "port" or "portrange" when !what.IsText:
                _position++;
                (int low, int high) = what.Text == "port" ? TakePort() : TakePortRange();
                return packet => FilterWords.Ports(packet) is var ports
                    && ((isSource && ports.Source >= low && ports.Source <= high) || (isDestination && ports.Destination >= low && ports.Destination <= high));
            case "net" when !what.IsText:
                _position++;
                return ParseNet(isSource, isDestination);
            case "host" when !what.IsText:
                _position++;
                break;
        }

        if (what.Is("host") && IsName(Current))
        {
            Func<Address, bool> isHost = hosts(Current.Text);
            _position++;
            return packet => (isSource && isHost(packet.Source)) || (isDestination && isHost(packet.Destination));
        }

        if (Current.IsText || !IPAddress.TryParse(Current.Text, out IPAddress? parsed))
        {
            throw Problem($"{Current.Description} is no address, such as 10.0.0.1{(what.Text == "host" ? ", and no device's name" : $", nor one of host, net, port, portrange{(IsName(Current) ? "; a device's name stands behind host" : "")}")}");
        }

        Address address = Address.FromIPAddress(parsed);
        _position++;
        return packet => (isSource && packet.Source == address) || (isDestination && packet.Destination == address);
    }

    private static bool IsName(FilterToken token) =>
        !token.IsText && !token.IsEnd && char.IsAsciiLetter(token.Text[0]) && token.Text.AsSpan().IndexOfAny(':', '/') < 0;

    private Func<Packet, bool> ParseNet(bool isSource, bool isDestination)
    {
        string[] parts = Current.Text.Split('/');
        if (Current.IsText || parts.Length != 2 || !IPAddress.TryParse(parts[0], out IPAddress? parsed) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int length)
            || length > (Address.FromIPAddress(parsed).IsIPv4 ? 32 : 128))
        {
            throw Problem($"{Current.Description} is no block of addresses, such as 10.0.0.0/24");
        }

        var prefix = new Prefix(Address.FromIPAddress(parsed), length);
        _position++;
        return packet => (isSource && prefix.Contains(packet.Source)) || (isDestination && prefix.Contains(packet.Destination));
    }

    private (int Low, int High) TakePort()
    {
        int port = (int)TakeNumber(0, ushort.MaxValue, "a port from 0 to 65535");
        return (port, port);
    }

    private (int Low, int High) TakePortRange()
    {
        string[] ends = Current.Text.Split('-');
        if (ends.Length != 2 || !ushort.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out ushort low)
            || !ushort.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out ushort high) || high < low)
        {
            throw Problem($"{Current.Description} is no range of ports, such as 8000-8080");
        }

        _position++;
        return (low, high);
    }

    private long TakeNumber(long least, long most, string what)
    {
        if (Current.IsText || !long.TryParse(Current.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number < least || number > most)
        {
            throw Problem($"{Current.Description} is not {what}");
        }

        _position++;
        return number;
    }

    private bool Take(string word)
    {
        if (!Current.Is(word))
        {
            return false;
        }

        _position++;
        return true;
    }

    private PacketFilterException Problem(string message) => new(message, Current.Column);
}
