using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>
/// The contract of a loss model: which of the packets that a link sends are lost on the way. One object serves one direction of one
/// link; it lives as long as its definition stays the same, whatever else changes.
/// </summary>
public abstract class LossModel
{
    /// <summary>Decides about one packet; called once for each, copies included, in the order of sending.</summary>
    /// <param name="packet">The packet, which may only be looked at, and only during the call.</param>
    public abstract bool IsLost(Packet packet);
}
