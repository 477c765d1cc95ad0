namespace Wavetank.Links.Delay;

/// <summary>Every packet takes the same time.</summary>
internal sealed class ConstantDelay(long nanoseconds) : DelayModel
{
    public override long NextNanoseconds() => nanoseconds;
}
