using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units;

/// <summary>How much a queue holds: a number of packets (<c>100 packets</c>) or of bytes (<c>64KB</c>).</summary>
public readonly record struct QueueLimit
{
    private const long MaxPackets = 1_000_000_000;

    private QueueLimit(long amount, bool isPackets)
    {
        Amount = amount;
        IsPackets = isPackets;
    }

    /// <summary>Packets or bytes; 1 or more.</summary>
    public long Amount { get; }

    /// <summary>Whether <see cref="Amount"/> counts packets; otherwise it counts bytes.</summary>
    public bool IsPackets { get; }

    /// <summary>A limit in packets.</summary>
    /// <param name="count">1 to 1,000,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static QueueLimit Packets(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxPackets);
        return new QueueLimit(count, isPackets: true);
    }

    /// <summary>A limit in bytes.</summary>
    /// <param name="size">1 byte or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is zero or negative.</exception>
    public static QueueLimit Bytes(ByteSize size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size.Bytes, 1, nameof(size));
        return new QueueLimit(size.Bytes, isPackets: false);
    }

    /// <summary>Reads a queue limit.</summary>
    /// <param name="text">The text, for example <c>100 packets</c> or <c>64KB</c>.</param>
    /// <param name="value">The limit.</param>
    /// <param name="problem">What is wrong and what would be right, when the result is false.</param>
    /// <returns>Whether the text is a queue limit.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out QueueLimit value, out string? problem)
    {
        value = default;
        text = text.Trim();
        ReadOnlySpan<char> number = text;
        if (text.EndsWith("packets"))
            number = text[..^"packets".Length].TrimEnd();
        else if (text.EndsWith("packet"))
            number = text[..^"packet".Length].TrimEnd();

        if (number.Length < text.Length)
        {
            if (!Count.TryParse(number, out long packets, out problem))
                return false;
            if (packets is 0 or > MaxPackets)
            {
                problem = $"{Quoted.Text(text)} is out of range; a queue holds 1 to {MaxPackets} packets";
                return false;
            }

            value = Packets(packets);
            return true;
        }

        if (!ByteSize.TryParse(text, out ByteSize size, out problem))
        {
            if (Count.TryParse(text, out _, out _))
                problem = $"{Quoted.Text(text)} has no unit; write {text} packets, or a size such as 64KB";
            else if (text.IsEmpty || !char.IsAsciiDigit(text[0]))
                problem = $"{Quoted.Text(text)} is not a queue limit; write 100 packets, or a size such as 64KB";
            return false;
        }

        if (size.Bytes == 0)
        {
            problem = $"{Quoted.Text(text)} is out of range; a queue holds at least 1B";
            return false;
        }

        value = Bytes(size);
        return true;
    }

    /// <summary>The way it is written: <c>100 packets</c> or <c>64KB</c>.</summary>
    public override string ToString() => IsPackets
        ? Amount == 1 ? "1 packet" : $"{Amount} packets"
        : new ByteSize(Amount).ToString();
}
