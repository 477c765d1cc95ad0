using Wavetank.Links.Rules;

namespace Wavetank.Links;

public sealed partial record LinkOptions
{
    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range; the message says which and what the range is.</exception>
    public void Validate()
    {
        if (Delay < TimeSpan.Zero || Jitter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(Delay < TimeSpan.Zero ? nameof(Delay) : nameof(Jitter), "A delay and its jitter are zero or more.");
        }

        Ranges.CheckProbability(Loss, nameof(Loss));
        ArgumentOutOfRangeException.ThrowIfNegative(LossPeriod);
        Ranges.CheckProbability(Duplicate, nameof(Duplicate));
        Ranges.CheckProbability(DuplicateCorrelation, nameof(DuplicateCorrelation));
        Ranges.CheckProbability(Reorder, nameof(Reorder));
        Ranges.CheckProbability(ReorderCorrelation, nameof(ReorderCorrelation));
        ArgumentOutOfRangeException.ThrowIfLessThan(ReorderGap, 1);
        Ranges.CheckProbability(Corrupt, nameof(Corrupt));
        Ranges.CheckProbability(CorruptCorrelation, nameof(CorruptCorrelation));
        if (Mtu is < 68 or > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(Mtu), Mtu, "An MTU is 68 to 65535 bytes.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Rate.BitsPerSecond, nameof(Rate));
        ArgumentOutOfRangeException.ThrowIfLessThan(Limit ?? 1, 1, nameof(Limit));
        ArgumentNullException.ThrowIfNull(Queue);
        Queue.Validate();
        ArgumentNullException.ThrowIfNull(Rules);
        CheckOneOfEach();
        LossModel?.Validate();
        DelayModel?.Validate();
        Framing?.Validate();
        Schedule?.Validate();
        Slots?.Validate();
        foreach (LinkRule rule in Rules)
        {
            rule.Validate();
        }
    }

    private void CheckOneOfEach()
    {
        if ((Loss > 0 ? 1 : 0) + (LossPeriod > 0 ? 1 : 0) + (LossModel is null ? 0 : 1) > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(LossPeriod), LossPeriod, "A direction loses by Loss, by LossPeriod or by LossModel; give one of them.");
        }

        if (DelayModel is not null && (Delay > TimeSpan.Zero || Jitter > TimeSpan.Zero))
        {
            throw new ArgumentOutOfRangeException(nameof(DelayModel), "A direction delays by Delay and Jitter, or by DelayModel; give one of them.");
        }

        if (DeliveryTrace is not null && !Rate.IsUnlimited)
        {
            throw new ArgumentOutOfRangeException(nameof(DeliveryTrace), "A direction sends at a Rate, or by a DeliveryTrace; give one of them.");
        }
    }
}
