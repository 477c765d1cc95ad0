namespace Wavetank.Packets;

/// <summary>A TCP header with its fields as numbers (RFC 9293 §3.1). The checksum exists only where bytes do.</summary>
public struct TcpHeader
{
    /// <summary>Bytes of a header without options.</summary>
    public const int MinimumLength = 20;

    /// <summary>Source port.</summary>
    public ushort SourcePort;

    /// <summary>Destination port.</summary>
    public ushort DestinationPort;

    /// <summary>Sequence number of the first byte, or of the SYN.</summary>
    public uint SequenceNumber;

    /// <summary>The next sequence number expected; counts where <see cref="TcpFlags.Ack"/> is set.</summary>
    public uint AcknowledgmentNumber;

    /// <summary>Control bits.</summary>
    public TcpFlags Flags;

    /// <summary>The window field as it stands in the header: not scaled.</summary>
    public ushort Window;

    /// <summary>Urgent pointer.</summary>
    public ushort UrgentPointer;

    /// <summary>The options.</summary>
    public TcpOptions Options;

    /// <summary>Bytes of the header with its options.</summary>
    public readonly int Length => MinimumLength + Options.Length;

    /// <summary>Whether all the given bits are set.</summary>
    public readonly bool Has(TcpFlags flags) => (Flags & flags) == flags;
}
