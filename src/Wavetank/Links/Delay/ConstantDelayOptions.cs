using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Delay;

/// <summary>Every packet takes the same time: what <see cref="LinkOptions.Delay"/> alone says.</summary>
/// <param name="Delay">Zero or more.</param>
public sealed record ConstantDelayOptions(TimeSpan Delay) : DelayOptions
{
    /// <inheritdoc/>
    public override void Validate() => Ranges.CheckTime(Delay, nameof(Delay));

    /// <inheritdoc/>
    public override DelayModel Create(RandomStream random) => new ConstantDelay(Ranges.Nanoseconds(Delay));

    private sealed class ConstantDelay(long nanoseconds) : DelayModel
    {
        public override long NextNanoseconds(Packet packet) => nanoseconds;
    }
}
