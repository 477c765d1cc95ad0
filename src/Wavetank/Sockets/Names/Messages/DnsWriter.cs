using System.Buffers.Binary;

namespace Wavetank.Sockets.Names.Messages;

/// <summary>Writes a message, with pointers for names that were written before (RFC 1035 §4.1.4).</summary>
internal sealed class DnsWriter
{
    private const int LargestPointer = 0x3FFF;
    private const int PointerBits = 0xC000;

    private readonly Dictionary<DnsName, int> _offsets = [];
    private byte[] _buffer = new byte[DnsMessage.PlainUdpSize];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    public void WriteByte(byte value) => Reserve(1)[0] = value;

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Reserve(sizeof(ushort)), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Reserve(sizeof(uint)), value);

    public void WriteBytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    public void PatchUInt16(int offset, ushort value) => BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(offset), value);

    public void WriteName(DnsName name)
    {
        while (!name.IsRoot)
        {
            if (_offsets.TryGetValue(name, out int offset))
            {
                WriteUInt16((ushort)(PointerBits | offset));
                return;
            }

            if (Length <= LargestPointer)
            {
                _offsets.Add(name, Length);
            }

            WriteBytes(name.Wire[..(1 + name.Wire[0])]);
            name = name.Parent;
        }

        WriteByte(0);
    }

    private Span<byte> Reserve(int count)
    {
        if (Length + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(Length + count, 2 * _buffer.Length));
        }

        Span<byte> reserved = _buffer.AsSpan(Length, count);
        Length += count;
        return reserved;
    }
}
