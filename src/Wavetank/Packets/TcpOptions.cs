namespace Wavetank.Packets;

/// <summary>The options of a TCP segment that the stack knows; others are passed over when they are parsed (RFC 9293 §3.1, MUST-6).</summary>
public struct TcpOptions
{
    /// <summary>Maximum segment size (RFC 9293 §3.7.1), or 0 where the option is absent.</summary>
    public ushort MaximumSegmentSize;

    /// <summary>Whether the window scale option is present (RFC 7323 §2).</summary>
    public bool HasWindowScale;

    /// <summary>Its shift count.</summary>
    public byte WindowScale;

    /// <summary>Whether SACK-permitted is present (RFC 2018 §2).</summary>
    public bool SackPermitted;

    /// <summary>Whether the timestamps option is present (RFC 7323 §3).</summary>
    public bool HasTimestamps;

    /// <summary>TSval.</summary>
    public uint TimestampValue;

    /// <summary>TSecr.</summary>
    public uint TimestampEcho;

    /// <summary>How many of <see cref="SackBlocks"/> count.</summary>
    public byte SackCount;

    /// <summary>The SACK blocks, in the order of the option.</summary>
    public SackBlocks SackBlocks;

    /// <summary>
    /// Bytes of the options in the header, padded to whole words the way Linux lays them out: timestamps behind two NOPs (12, or 10
    /// beside SACK-permitted), window scale behind one (4), SACK blocks behind two.
    /// </summary>
    public readonly int Length
    {
        get
        {
            int length = 0;
            if (MaximumSegmentSize != 0)
            {
                length += 4;
            }

            if (HasTimestamps)
            {
                length += 12;
            }
            else if (SackPermitted)
            {
                length += 4;
            }

            if (HasWindowScale)
            {
                length += 4;
            }

            if (SackCount > 0)
            {
                length += 4 + (8 * SackCount);
            }

            return length;
        }
    }
}
