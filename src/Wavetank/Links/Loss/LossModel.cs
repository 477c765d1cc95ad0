using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>The contract of a loss model: which of the packets that a link sends are lost on the way.</summary>
internal abstract class LossModel
{
    /// <summary>Decides about one packet; called once for each, in the order of sending.</summary>
    public abstract bool IsLost(Packet packet);
}
