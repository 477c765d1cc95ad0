using Wavetank.Packets;

namespace Wavetank.Recording.Capture;

/// <summary>A packet of the current instant that waits to be written, in case that the same instant tells what became of it.</summary>
internal struct HeldPacket
{
    /// <summary>The interface that saw it, or null where that one is not captured.</summary>
    public CapturedInterface? Interface;

    /// <summary>The point whose event it was.</summary>
    public int Point;

    /// <summary>The packet's number, which the fragments of a datagram share, and its place among them.</summary>
    public long PacketId;
    public ushort FragmentOffset;

    /// <summary>The direction bits of epb_flags.</summary>
    public CaptureDirection Direction;

    /// <summary>Whether it was at the end of its link, so that a host may have dropped it.</summary>
    public bool HasArrived;

    /// <summary>Where its bytes begin in the buffer, how many are kept, and how many it had.</summary>
    public int Offset;
    public int CapturedLength;
    public int OriginalLength;

    /// <summary>What happened to the network before it, if anything did.</summary>
    public byte[]? Notes;

    /// <summary>Why and where it was dropped, if it was.</summary>
    public DropReason Reason;
    public int DropPoint;
}
