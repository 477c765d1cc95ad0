using System.Buffers.Binary;
using System.Net.Sockets;

namespace Wavetank.Sockets.Options;

/// <summary>Options as the bytes that Linux has for them, and the lengths that it, or the platform on it, takes.</summary>
internal static class OptionBytes
{
    /// <summary>The most bytes that an option of a number has: a timeout's, seconds and microseconds (struct timeval).</summary>
    public const int Longest = 2 * sizeof(long);

    private const int MillisecondsPerSecond = 1000;
    private const int MicrosecondsPerMillisecond = 1000;

    /// <summary>The number that bytes stand for; null if Linux wants more of them, or the platform fewer.</summary>
    public static int? Read(SocketOptionLevel level, SocketOptionName name, ReadOnlySpan<byte> bytes)
    {
        if (IsTimeout(level, name))
        {
            return bytes.Length == Longest ? ReadTimeout(bytes) : null;
        }

        if (bytes.Length < sizeof(int))
        {
            // Linux takes an option of IPv4 by its first byte too.
            return IsShort(level, name) ? bytes[0] : null;
        }

        return bytes.Length == sizeof(int) || !IsExact(level, name) ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : null;
    }

    /// <summary>Writes the bytes that a number has.</summary>
    /// <param name="level">The option's level.</param>
    /// <param name="name">The option.</param>
    /// <param name="value">The number.</param>
    /// <param name="wanted">How many bytes the program asks for.</param>
    /// <param name="bytes">Takes them; <see cref="Longest"/> bytes.</param>
    /// <returns>How many of them there are.</returns>
    /// <exception cref="SocketException">The option is not had by so many bytes (InvalidArgument, or OperationNotSupported).</exception>
    public static int Write(SocketOptionLevel level, SocketOptionName name, int value, int wanted, Span<byte> bytes)
    {
        bytes.Clear();
        if (IsTimeout(level, name))
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value / MillisecondsPerSecond);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[sizeof(long)..], value % MillisecondsPerSecond * MicrosecondsPerMillisecond);
            return Math.Min(wanted, Longest);
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        if (IsExact(level, name) && wanted != sizeof(int))
        {
            throw new SocketException((int)SocketError.InvalidArgument);
        }

        if (IsPlatforms(level, name) && wanted < sizeof(int))
        {
            throw new SocketException((int)SocketError.OperationNotSupported);
        }

        if (level == SocketOptionLevel.IP && name == SocketOptionName.IPOptions)
        {
            return 0;
        }

        return wanted is > 0 and < sizeof(int) && IsShort(level, name) && value is >= 0 and <= byte.MaxValue ? 1 : Math.Min(wanted, sizeof(int));
    }

    private static int? ReadTimeout(ReadOnlySpan<byte> bytes)
    {
        long seconds = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        long microseconds = BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(long)..]);

        // A timeout that milliseconds cannot count is one without end.
        return microseconds is < 0 or >= MillisecondsPerSecond * MicrosecondsPerMillisecond ? null
            : seconds is < 0 or > int.MaxValue / MillisecondsPerSecond - 1 ? 0
            : (int)((seconds * MillisecondsPerSecond) + (microseconds / MicrosecondsPerMillisecond));
    }

    private static bool IsTimeout(SocketOptionLevel level, SocketOptionName name) =>
        level == SocketOptionLevel.Socket && name is SocketOptionName.SendTimeout or SocketOptionName.ReceiveTimeout;

    private static bool IsShort(SocketOptionLevel level, SocketOptionName name) =>
        level == SocketOptionLevel.IP && name is not (SocketOptionName.MulticastInterface or SocketOptionName.Error);

    // The platform translates these itself, into whole numbers.
    private static bool IsPlatforms(SocketOptionLevel level, SocketOptionName name) => level == SocketOptionLevel.Socket
        ? name == SocketOptionName.Type
        : name == SocketOptionName.Error;

    // The platform sets two options of Linux by each of these.
    private static bool IsExact(SocketOptionLevel level, SocketOptionName name) =>
        level == SocketOptionLevel.Socket && name is SocketOptionName.ReuseAddress or SocketOptionName.ExclusiveAddressUse;
}
