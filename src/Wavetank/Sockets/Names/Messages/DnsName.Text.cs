using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wavetank.Sockets.Names.Messages;

internal sealed partial class DnsName
{
    /// <summary>Reads a name such as <c>www.example.org</c>; a dot at its end changes nothing. <c>\.</c> and <c>\046</c> are a dot within a label (RFC 1035 §5.1).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DnsName? name)
    {
        name = null;
        if (text is ".")
        {
            name = Root;
            return true;
        }

        Span<byte> wire = stackalloc byte[LongestWire];
        int label = 0;
        int length = 1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '.')
            {
                if (!Close(wire, label, length) || length == LongestWire)
                {
                    return false;
                }

                label = length++;
            }
            else if (length == LongestWire || !TryReadCharacter(text, ref i, out wire[length++]))
            {
                return false;
            }
        }

        // What follows the last dot is the root's empty label, or a label that lacks its dot.
        if (length - label > 1)
        {
            if (!Close(wire, label, length) || length == LongestWire)
            {
                return false;
            }

            label = length++;
        }

        wire[label] = 0;
        name = text.IsEmpty ? null : FromWire(wire[..length]);
        return name is not null;

        static bool Close(Span<byte> wire, int label, int length)
        {
            int size = length - label - 1;
            wire[label] = (byte)size;
            return size is > 0 and <= LongestLabel;
        }
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static DnsName Parse(string text) => TryParse(text, out DnsName? name) ? name! : throw new FormatException($"'{text}' is not a domain name.");

    /// <summary>The name under which the name of an address is found (RFC 1035 §3.5, RFC 3596 §2.5).</summary>
    public static DnsName OfAddress(IPAddress address)
    {
        var text = new StringBuilder();
        byte[] bytes = address.GetAddressBytes();
        bool isIPv4 = address.AddressFamily == AddressFamily.InterNetwork;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            text.Append(isIPv4 ? string.Create(CultureInfo.InvariantCulture, $"{bytes[i]}.") : $"{bytes[i] & 0xF:x}.{bytes[i] >> 4:x}.");
        }

        return Parse(text.Append(isIPv4 ? "in-addr.arpa" : "ip6.arpa").ToString());
    }

    /// <summary>The name without the dot at its end, but for the root, which is that dot.</summary>
    public override string ToString()
    {
        if (IsRoot)
        {
            return ".";
        }

        var text = new StringBuilder(_wire.Length);
        for (int at = 0; _wire[at] != 0; at += 1 + _wire[at])
        {
            if (at > 0)
            {
                text.Append('.');
            }

            foreach (byte value in _wire.AsSpan(at + 1, _wire[at]))
            {
                Append(text, value);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, byte value)
    {
        if (value is (byte)'.' or (byte)'\\')
        {
            text.Append('\\').Append((char)value);
        }
        else if (value is > (byte)' ' and < 0x7F)
        {
            text.Append((char)value);
        }
        else
        {
            text.Append('\\').Append(value.ToString("000", CultureInfo.InvariantCulture));
        }
    }

    private static bool TryReadCharacter(ReadOnlySpan<char> text, ref int i, out byte value)
    {
        value = 0;
        if (text[i] != '\\')
        {
            value = (byte)text[i];
            return text[i] is > ' ' and < (char)0x7F;
        }

        if (++i == text.Length || text[i] is < ' ' or >= (char)0x7F)
        {
            return false;
        }

        if (!char.IsAsciiDigit(text[i]))
        {
            value = (byte)text[i];
            return true;
        }

        bool isNumber = i + 3 <= text.Length && byte.TryParse(text.Slice(i, 3), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        i += 2;
        return isNumber;
    }
}
