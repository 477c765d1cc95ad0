namespace Wavetank.Packets;

/// <summary>A UDP header (RFC 768). Length and checksum exist only where bytes do.</summary>
public struct UdpHeader
{
    /// <summary>Bytes of the header.</summary>
    public const int Length = 8;

    /// <summary>Source port.</summary>
    public ushort SourcePort;

    /// <summary>Destination port.</summary>
    public ushort DestinationPort;
}
