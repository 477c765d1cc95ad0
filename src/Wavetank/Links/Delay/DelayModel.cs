using Wavetank.Packets;

namespace Wavetank.Links.Delay;

/// <summary>
/// The contract of a delay model: how long each packet is under way once it is sent. One object serves one direction of one link; it lives
/// as long as its definition stays the same, whatever else changes.
/// </summary>
public abstract class DelayModel
{
    /// <summary>The propagation delay of the next packet, in nanoseconds; what is below zero counts as zero.</summary>
    /// <param name="packet">The packet, which may only be looked at, and only during the call.</param>
    public abstract long NextNanoseconds(Packet packet);
}
