namespace Wavetank.Sockets;

/// <summary>Checks of the buffers that programs give, with the platform's parameter names, and lists of buffers as one.</summary>
internal static class Buffers
{
    public static void Check(byte[] buffer, int offset, int size)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)offset, (uint)buffer.Length, nameof(offset));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)size, (uint)(buffer.Length - offset), nameof(size));
    }

    public static void ThrowIfDefault(ArraySegment<byte> buffer) => ArgumentNullException.ThrowIfNull(buffer.Array, nameof(buffer.Array));

    public static void Check(IList<ArraySegment<byte>> buffers)
    {
        ArgumentNullException.ThrowIfNull(buffers);
        if (buffers.Count == 0)
        {
            throw new ArgumentException("The list must have at least one buffer.", nameof(buffers));
        }

        foreach (ArraySegment<byte> buffer in buffers)
        {
            ThrowIfDefault(buffer);
        }
    }

    public static int TotalLength(IList<ArraySegment<byte>> buffers)
    {
        int total = 0;
        foreach (ArraySegment<byte> buffer in buffers)
        {
            total = checked(total + buffer.Count);
        }

        return total;
    }

    /// <summary>The bytes of all buffers in one.</summary>
    public static byte[] Gather(IList<ArraySegment<byte>> buffers)
    {
        byte[] all = new byte[TotalLength(buffers)];
        int position = 0;
        foreach (ArraySegment<byte> buffer in buffers)
        {
            buffer.AsSpan().CopyTo(all.AsSpan(position));
            position += buffer.Count;
        }

        return all;
    }

    /// <summary>Fills the buffers one after the other.</summary>
    public static void Scatter(ReadOnlySpan<byte> bytes, IList<ArraySegment<byte>> buffers)
    {
        foreach (ArraySegment<byte> buffer in buffers)
        {
            int length = Math.Min(bytes.Length, buffer.Count);
            bytes[..length].CopyTo(buffer);
            bytes = bytes[length..];
        }
    }
}
