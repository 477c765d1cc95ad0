namespace Wavetank.Links.Delay;

/// <summary>The contract of a delay model: how long a packet is under way.</summary>
internal abstract class DelayModel
{
    /// <summary>The propagation delay of the next packet, in nanoseconds; zero or more.</summary>
    public abstract long NextNanoseconds();
}
