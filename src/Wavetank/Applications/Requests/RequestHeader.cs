using System.Buffers.Binary;

namespace Wavetank.Applications.Requests;

/// <summary>The first bytes of a request: how long it is, and how long a response it wants.</summary>
internal readonly record struct RequestHeader(long RequestSize, long ResponseSize)
{
    /// <summary>Bytes of the header, and so the least size of a request.</summary>
    public const int Size = 16;

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, RequestSize);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], ResponseSize);
    }

    /// <summary>Reads a header; false for sizes that no client asks for.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out RequestHeader header)
    {
        header = new RequestHeader(BinaryPrimitives.ReadInt64BigEndian(bytes), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        return header.RequestSize >= Size && header.ResponseSize > 0;
    }
}
