using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Wavetank.Sockets.Names.Messages;

namespace Wavetank.Applications.Zones;

/// <summary>Reads a record as a zone file writes it (RFC 1035 §5.1): <c>www 60 IN A 10.0.0.1</c>, on one line, with its name.</summary>
internal static class ZoneText
{
    private const string Form = "a record is a name, perhaps a TTL in seconds, a type and its data, such as www 60 A 10.0.0.1";

    public static bool TryParse(string text, DnsName origin, uint defaultTtl, out DnsRecord? record, out string? problem)
    {
        record = null;
        if (!ZoneWords.TrySplit(text, out List<string> words))
        {
            problem = $"'{text}' has a quotation mark without its pair";
            return false;
        }

        int at = 1;
        uint ttl = defaultTtl;
        if (words.Count > at && uint.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out uint given))
        {
            ttl = given;
            at++;
        }

        if (words.Count > at && words[at].Equals("IN", StringComparison.OrdinalIgnoreCase))
        {
            at++;
        }

        if (words.Count <= at + 1)
        {
            problem = $"'{text}' is not a record; {Form}";
            return false;
        }

        // RFC 2181 §8: 31 bits.
        if (ttl > int.MaxValue)
        {
            problem = $"'{words[1]}' is no TTL; it is 0 to {int.MaxValue} seconds";
            return false;
        }

        if (!TryParseName(words[0], origin, out DnsName? name))
        {
            problem = $"'{words[0]}' is not a domain name";
            return false;
        }

        if (!RecordTypes.TryParse(words[at], out DnsType type) || type is DnsType.Soa or DnsType.Any)
        {
            problem = $"'{words[at]}' is not a known type of record; known are {RecordTypes.InZones}";
            return false;
        }

        DnsData? data = ReadData(type, words[(at + 1)..], origin);
        problem = data is null ? $"'{string.Join(' ', words[(at + 1)..])}' is not the data of a record {words[at]}; write {RecordTypes.Example(type)}" : null;
        record = data is null ? null : new DnsRecord(name!, type, ttl, data);
        return record is not null;
    }

    /// <summary>A name as zone files write them: <c>@</c> is the origin, and one that does not end with a dot stands below it.</summary>
    public static bool TryParseName(string text, DnsName origin, out DnsName? name)
    {
        if (text == "@")
        {
            name = origin;
            return true;
        }

        bool isAbsolute = text.EndsWith('.') || origin.IsRoot;
        return DnsName.TryParse(isAbsolute ? text : $"{text}.{origin}", out name);
    }

    private static DnsData? ReadData(DnsType type, List<string> words, DnsName origin) => (type, words) switch
    {
        (DnsType.A, [var address]) => ReadAddress(address, AddressFamily.InterNetwork),
        (DnsType.Aaaa, [var address]) => ReadAddress(address, AddressFamily.InterNetworkV6),
        (DnsType.Cname or DnsType.Ns or DnsType.Ptr, [var text]) when TryParseName(text, origin, out DnsName? name) => new NameData(name!),
        (DnsType.Mx, [var preference, var text]) when TryNumber(preference, out ushort number) && TryParseName(text, origin, out DnsName? name) =>
            new MailData(number, name!),
        (DnsType.Srv, [var priority, var weight, var port, var text])
            when TryNumber(priority, out ushort first) && TryNumber(weight, out ushort second) && TryNumber(port, out ushort third)
                && TryParseName(text, origin, out DnsName? name) => new ServiceData(first, second, third, name!),
        (DnsType.Txt, [var text]) => TextData.Of(text),
        (DnsType.Txt, _) when words.TrueForAll(word => Encoding.UTF8.GetByteCount(word) <= TextData.LongestString) =>
            new TextData([.. words.Select(Encoding.UTF8.GetBytes)]),
        _ => null,
    };

    private static AddressData? ReadAddress(string text, AddressFamily family) =>
        IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == family ? new AddressData(address) : null;

    private static bool TryNumber(string text, out ushort value) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
