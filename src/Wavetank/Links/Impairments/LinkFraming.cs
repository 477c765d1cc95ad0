namespace Wavetank.Links.Impairments;

/// <summary>
/// What a packet takes on the wire beside its own bytes: netem's <c>rate RATE PACKETOVERHEAD CELLSIZE CELLOVERHEAD</c>. The packet with its overhead is
/// cut into cells, the last of which is filled up, and each cell has an overhead.
/// </summary>
/// <remarks>It counts for the time that sending takes, and for nothing else: statistics and queues count packets as they are.</remarks>
public sealed record LinkFraming
{
    /// <summary>ADSL's ATM cells: 48 bytes in 53 (ITU-T I.361); what stands before each packet is left to <see cref="PacketOverhead"/>.</summary>
    public static LinkFraming Atm { get; } = new() { CellSize = 48, CellOverhead = 5 };

    /// <summary>Bytes that each packet has more, or less where negative: -1,000 to 1,000. Default 0.</summary>
    public int PacketOverhead { get; init; }

    /// <summary>Bytes of the packet in a cell, 1 to 65,535; 0, the default, for no cells.</summary>
    public int CellSize { get; init; }

    /// <summary>Bytes that each cell has more, or less where negative: -1,000 to 1,000. Default 0.</summary>
    public int CellOverhead { get; init; }

    /// <summary>The bytes that a packet takes on the wire, 0 or more.</summary>
    /// <param name="length">The packet's bytes, from the IP header on.</param>
    public int WireBytes(int length)
    {
        int bytes = Math.Max(0, length + PacketOverhead);
        return CellSize == 0 ? bytes : Math.Max(0, (bytes + CellSize - 1) / CellSize * (CellSize + CellOverhead));
    }

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public void Validate()
    {
        CheckOverhead(PacketOverhead, nameof(PacketOverhead));
        CheckOverhead(CellOverhead, nameof(CellOverhead));
        if (CellSize is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(CellSize), CellSize, "A cell takes 1 to 65535 bytes; 0 means that there are no cells.");
        }

        if (CellOverhead != 0 && CellSize == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(CellOverhead), CellOverhead, "Cells have an overhead only where there are cells; give CellSize too.");
        }
    }

    private static void CheckOverhead(int value, string name)
    {
        if (value is < -1000 or > 1000)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} is -1000 to 1000 bytes.");
        }
    }
}
