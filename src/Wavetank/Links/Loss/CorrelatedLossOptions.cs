using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>
/// netem's <c>loss random PERCENT CORRELATION</c>, as documented: the number that is compared with the probability is
/// <c>Correlation</c> times the last one and, for the rest, a fresh one.
/// </summary>
/// <remarks>
/// That number lies nearer to one half than a fresh one, so fewer packets are lost than <paramref name="Probability"/> says where it is
/// below one half, and more where it is above: with a correlation of 25 %, 10 % loses 1.75 % of the packets, and 1 % one in 400,000.
/// Whoever wants bursts at a rate of their own takes <see cref="GilbertElliottLossOptions"/>.
/// </remarks>
/// <param name="Probability">What the number is compared with, 0 to 1.</param>
/// <param name="Correlation">The share of the last number in the next, 0 to 1; 1 repeats the first decision for ever.</param>
public sealed record CorrelatedLossOptions(double Probability, double Correlation) : LossOptions
{
    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckProbability(Probability, nameof(Probability));
        Ranges.CheckProbability(Correlation, nameof(Correlation));
    }

    /// <inheritdoc/>
    public override LossModel Create(RandomStream random) => new CorrelatedLoss(Probability, Correlation, new CorrelatedRandom(random));
}
