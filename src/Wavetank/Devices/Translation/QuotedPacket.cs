using System.Buffers.Binary;
using Wavetank.Packets;

namespace Wavetank.Devices.Translation;

/// <summary>The start of an IPv4 packet that an ICMP error quotes, as bytes whose addresses and ports can be changed with their checksums.</summary>
/// <remarks>The error gets bytes of its own: those that it came with may be another packet's too.</remarks>
internal readonly ref struct QuotedPacket
{
    private const int HeaderChecksum = 10;
    private const int Source = 12;
    private const int Destination = 16;

    private readonly Span<byte> _bytes;
    private readonly PayloadBlock _before;

    public QuotedPacket(Packet error)
    {
        _before = error.Block!;
        error.CarryCopy(_before.Bytes.AsSpan(error.PayloadOffset, error.PayloadLength));
        _bytes = error.Block!.Bytes.AsSpan(0, error.PayloadLength);
    }

    private int TransportStart => (_bytes[0] & 0x0F) * 4;

    private IpProtocol Protocol => (IpProtocol)_bytes[9];

    public void SetSource(TransportAddress address) => Set(Source, address, isSource: true);

    public void SetDestination(TransportAddress address) => Set(Destination, address, isSource: false);

    public void Dispose() => _before.Release();

    private void Set(int addressAt, TransportAddress address, bool isSource)
    {
        // A UDP packet without a checksum has none afterwards either; a TCP header may be quoted only to before it.
        int transport = TransportStart;
        int checksum = transport + Protocol switch
        {
            IpProtocol.Tcp => 16,
            IpProtocol.Udp => 6,
            _ => 2,
        };
        if (checksum + 2 > _bytes.Length || (Protocol == IpProtocol.Udp && _bytes[checksum] == 0 && _bytes[checksum + 1] == 0))
        {
            checksum = -1;
        }

        // ICMP has no pseudo header.
        bool coversAddress = Protocol != IpProtocol.Icmp;
        uint bits = address.Address.IPv4Bits;
        Put(addressAt, (ushort)(bits >> 16), coversAddress ? checksum : -1);
        Put(addressAt + 2, (ushort)bits, coversAddress ? checksum : -1);
        int portAt = transport + (Protocol == IpProtocol.Icmp ? 4 : isSource ? 0 : 2);
        PutPort(portAt, address.Port, checksum);
    }

    private void Put(int at, ushort value, int checksum)
    {
        ushort old = BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]);
        BinaryPrimitives.WriteUInt16BigEndian(_bytes[at..], value);
        Update(HeaderChecksum, old, value);
        Update(checksum, old, value);
    }

    private void PutPort(int at, ushort value, int checksum)
    {
        ushort old = BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]);
        BinaryPrimitives.WriteUInt16BigEndian(_bytes[at..], value);
        Update(checksum, old, value);
    }

    /// <summary>RFC 1624 §3: the new checksum is ~(~old + ~was + is).</summary>
    private void Update(int at, ushort was, ushort now)
    {
        if (at < 0)
        {
            return;
        }

        uint sum = (ushort)~BinaryPrimitives.ReadUInt16BigEndian(_bytes[at..]) + (uint)(ushort)~was + now;
        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(_bytes[at..], (ushort)~sum);
    }
}
