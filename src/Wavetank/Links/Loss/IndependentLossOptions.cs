using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>Each packet is lost with the same probability, whatever became of those before it: netem's <c>loss random</c>.</summary>
/// <param name="Probability">0 to 1.</param>
public sealed record IndependentLossOptions(double Probability) : LossOptions
{
    /// <inheritdoc/>
    public override void Validate() => Ranges.CheckProbability(Probability, nameof(Probability));

    /// <inheritdoc/>
    public override LossModel Create(RandomStream random) => new IndependentLoss(Probability, random);
}
