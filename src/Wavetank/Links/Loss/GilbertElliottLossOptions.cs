using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>
/// Two states, good and bad, each with a loss of its own: netem's <c>loss gemodel P R 1-H 1-K</c> (Gilbert 1960, Elliott 1963). With <see cref="P"/> and <see cref="R"/>
/// alone it is the simple Gilbert model, whose bursts are 1/R packets long as a mean and whose loss is P/(P+R); with R = 1-P it is Bernoulli's.
/// </summary>
/// <param name="P">The probability to go from good to bad with a packet, 0 to 1.</param>
/// <param name="R">The probability to go from bad to good with a packet, 0 to 1.</param>
public sealed record GilbertElliottLossOptions(double P, double R) : LossOptions
{
    /// <summary>The probability that a packet is lost in the bad state, netem's 1-h, 0 to 1. Default 1.</summary>
    public double LossInBad { get; init; } = 1;

    /// <summary>The probability that a packet is lost in the good state, netem's 1-k, 0 to 1. Default 0.</summary>
    public double LossInGood { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckProbability(P, nameof(P));
        Ranges.CheckProbability(R, nameof(R));
        Ranges.CheckProbability(LossInBad, nameof(LossInBad));
        Ranges.CheckProbability(LossInGood, nameof(LossInGood));
    }

    /// <inheritdoc/>
    public override LossModel Create(RandomStream random) => new GilbertElliottLoss(this, random);
}
