using System.Runtime.CompilerServices;

namespace Wavetank.Packets;

/// <summary>Room for the four SACK blocks that fit a TCP header (RFC 2018 §3).</summary>
[InlineArray(Capacity)]
public struct SackBlocks
{
    /// <summary>The most blocks that fit 40 bytes of options.</summary>
    public const int Capacity = 4;

    private SackBlock _first;
}
