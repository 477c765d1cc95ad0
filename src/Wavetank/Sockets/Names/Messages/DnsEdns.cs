namespace Wavetank.Sockets.Names.Messages;

/// <summary>What EDNS adds to a message (RFC 6891 §6.1). Its options are passed over.</summary>
/// <param name="UdpPayloadSize">The largest message over UDP that the sender takes.</param>
/// <param name="Version">0 is all there is.</param>
/// <param name="DnssecOk">Whether the sender wants signatures (RFC 3225).</param>
internal readonly record struct DnsEdns(ushort UdpPayloadSize, byte Version = 0, bool DnssecOk = false)
{
    private const uint DnssecOkBit = 0x8000;

    /// <summary>From the record that it travels in, whose class and TTL are neither.</summary>
    public static DnsEdns From(DnsRecord record) => new(
        // RFC 6891 §6.2.3: less than 512 means 512.
        Math.Max(record.Class, (ushort)DnsMessage.PlainUdpSize), (byte)(record.Ttl >> 16), (record.Ttl & DnssecOkBit) != 0);

    /// <summary>The eight upper bits of a response code.</summary>
    public static int ExtendedCode(DnsRecord record) => (int)(record.Ttl >> 24) << 4;

    public DnsRecord ToRecord(DnsResponseCode code) => new(
        DnsName.Root, DnsType.Opt, ((uint)code >> 4 << 24) | ((uint)Version << 16) | (DnssecOk ? DnssecOkBit : 0), new OpaqueData([]), UdpPayloadSize);
}
