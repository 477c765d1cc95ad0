using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Sending;

/// <summary>What is known of a segment that was sent and is not yet acknowledged.</summary>
internal struct SentSegment
{
    /// <summary>Sequence number of its first byte, or of the SYN.</summary>
    public uint Sequence;

    /// <summary>The sequence number right after it, SYN and FIN counted.</summary>
    public uint End;

    /// <summary>When it was sent last.</summary>
    public long SentAt;

    /// <summary>When the count of <see cref="Delivered"/> was reached.</summary>
    public long DeliveredAt;

    /// <summary>When the first segment of the flight that it belongs to was sent.</summary>
    public long FlightStartedAt;

    /// <summary>The low 32 bits of the connection's count of delivered segments when it was sent last.</summary>
    public uint Delivered;

    public SegmentMarks Marks;

    /// <summary>SYN or FIN, where it has one.</summary>
    public TcpFlags Control;

    public readonly uint Length => End - Sequence;

    public readonly bool Has(SegmentMarks marks) => (Marks & marks) != 0;
}
