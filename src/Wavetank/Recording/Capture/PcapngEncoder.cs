using System.Buffers.Binary;
using System.Text;
using Wavetank.Engine;

namespace Wavetank.Recording.Capture;

/// <summary>
/// The blocks of a pcapng file (IETF draft-ietf-opsawg-pcapng): section header, interface description, enhanced packet and interface
/// statistics. Always little-endian, so that the same run gives the same bytes on every machine.
/// </summary>
internal sealed class PcapngEncoder(RecordingStream output)
{
    private const uint SectionHeaderBlock = 0x0A0D0D0A;
    private const uint InterfaceDescriptionBlock = 1;
    private const uint InterfaceStatisticsBlock = 5;
    private const uint EnhancedPacketBlock = 6;

    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const ushort LinkTypeRaw = 101; // LINKTYPE_RAW: begins with an IPv4 or IPv6 header
    private const byte Nanoseconds = 9; // if_tsresol: units of 10^-9 s

    private const ushort EndOfOptions = 0;
    private const ushort Comment = 1;

    // Capture times count from 1970, simulated time from 2000-01-01 00:00:00 UTC, as the simulation's TimeProvider has it.
    private const ulong StartOfRun = 946_684_800UL * 1_000_000_000UL;

    private byte[] _block = new byte[4096];
    private int _length;

    public void WriteSectionHeader(string application, string comment)
    {
        Begin(SectionHeaderBlock);
        Put32(ByteOrderMagic);
        Put16(1); // version 1.0
        Put16(0);
        Put64(ulong.MaxValue); // section length: not known in advance
        PutText(Comment, comment);
        PutText(4, application); // shb_userappl
        End();
    }

    public void WriteInterface(CapturedInterface description, int snapLength)
    {
        Begin(InterfaceDescriptionBlock);
        Put16(LinkTypeRaw);
        Put16(0);
        Put32((uint)snapLength);
        PutText(2, description.Name); // if_name
        PutText(3, description.Description); // if_description
        if (description.BitsPerSecond > 0)
        {
            PutOption(8, 8); // if_speed
            Put64((ulong)description.BitsPerSecond);
        }

        PutOption(9, 1); // if_tsresol
        PutPadded([Nanoseconds]);
        End();
    }

    public void WritePacket(in HeldPacket held, SimulationTime time, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> comment)
    {
        Begin(EnhancedPacketBlock);
        Put32((uint)held.Interface!.Id);
        PutTime(time);
        Put32((uint)held.CapturedLength);
        Put32((uint)held.OriginalLength);
        PutPadded(bytes);
        PutText(Comment, held.Notes);
        PutText(Comment, comment);
        PutOption(2, 4); // epb_flags
        Put32((uint)held.Direction);
        PutOption(5, 8); // epb_packetid: the same packet has the same number on every interface
        Put64((ulong)held.PacketId);
        End();
    }

    public void WriteStatistics(CapturedInterface statistics, SimulationTime time, ReadOnlySpan<byte> comment)
    {
        Begin(InterfaceStatisticsBlock);
        Put32((uint)statistics.Id);
        PutTime(time);
        PutText(Comment, comment);
        PutOption(4, 8); // isb_ifrecv
        Put64((ulong)statistics.Seen);
        PutOption(5, 8); // isb_ifdrop
        Put64((ulong)statistics.Dropped);
        End();
    }

    private void Begin(uint type)
    {
        _length = 0;
        Put32(type);
        Put32(0); // the block's length, known at its end
    }

    private void End()
    {
        PutOption(EndOfOptions, 0);
        uint total = (uint)_length + sizeof(uint);
        Put32(total);
        BinaryPrimitives.WriteUInt32LittleEndian(_block.AsSpan(sizeof(uint)), total);
        _block.AsSpan(0, _length).CopyTo(output.GetSpan(_length));
        output.Advance(_length);
    }

    private void PutTime(SimulationTime time)
    {
        ulong stamp = StartOfRun + (ulong)time.Nanoseconds;
        Put32((uint)(stamp >> 32));
        Put32((uint)stamp);
    }

    private void PutOption(ushort code, int length)
    {
        Put16(code);
        Put16((ushort)length);
    }

    private void PutText(ushort code, string text)
    {
        if (text.Length > 0)
        {
            PutText(code, Encoding.UTF8.GetBytes(text));
        }
    }

    private void PutText(ushort code, ReadOnlySpan<byte> utf8)
    {
        if (!utf8.IsEmpty)
        {
            utf8 = utf8[..Math.Min(utf8.Length, ushort.MaxValue)];
            PutOption(code, utf8.Length);
            PutPadded(utf8);
        }
    }

    /// <summary>Puts bytes and the zeros that fill up the last 32-bit word.</summary>
    private void PutPadded(ReadOnlySpan<byte> bytes)
    {
        int padded = (bytes.Length + 3) & ~3;
        Span<byte> room = Room(padded);
        bytes.CopyTo(room);
        room[bytes.Length..padded].Clear();
        _length += padded;
    }

    private void Put16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(Room(sizeof(ushort)), value);
        _length += sizeof(ushort);
    }

    private void Put32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Room(sizeof(uint)), value);
        _length += sizeof(uint);
    }

    private void Put64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), value);
        _length += sizeof(ulong);
    }

    private Span<byte> Room(int size)
    {
        if (_block.Length - _length < size)
        {
            Array.Resize(ref _block, Math.Max(_block.Length * 2, _length + size));
        }

        return _block.AsSpan(_length);
    }
}
