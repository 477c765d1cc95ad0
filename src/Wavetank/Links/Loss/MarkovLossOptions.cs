using Wavetank.Engine;

namespace Wavetank.Links.Loss;

/// <summary>
/// Four states, netem's <c>loss state P13 P31 P32 P23 P14</c> (Salsano, Ludovici, Ordine 2009): 1 received in a gap, 2 received within a burst, 3 lost within a
/// burst, 4 lost alone in a gap. The loss is P13/P31 + P14 parts of 1 + P13/P31 (1 + P32/P23) + P14.
/// </summary>
/// <param name="P13">From received in a gap to a burst's loss, 0 to 1.</param>
public sealed record MarkovLossOptions(double P13) : LossOptions
{
    /// <summary>From a burst's loss back to the gap, 0 to 1. Default 1 - <see cref="P13"/>, as netem has it, which makes it independent loss.</summary>
    public double P31 { get; init; } = 1 - P13;

    /// <summary>From a burst's loss to a packet received within the burst, 0 to 1. Default 0.</summary>
    public double P32 { get; init; }

    /// <summary>From a packet received within a burst to the burst's next loss, 0 to 1. Default 1.</summary>
    public double P23 { get; init; } = 1;

    /// <summary>From received in a gap to a loss that stands alone, 0 to 1. Default 0.</summary>
    public double P14 { get; init; }

    /// <inheritdoc/>
    public override void Validate()
    {
        Ranges.CheckProbability(P13, nameof(P13));
        Ranges.CheckProbability(P31, nameof(P31));
        Ranges.CheckProbability(P32, nameof(P32));
        Ranges.CheckProbability(P23, nameof(P23));
        Ranges.CheckProbability(P14, nameof(P14));
        CheckSum(P13, P14, nameof(P13), nameof(P14), 1);
        CheckSum(P31, P32, nameof(P31), nameof(P32), 3);
    }

    /// <inheritdoc/>
    public override LossModel Create(RandomStream random) => new MarkovLoss(this, random);

    private static void CheckSum(double first, double second, string firstName, string secondName, int state)
    {
        // Written as percents, two shares of 100 % may be a last bit more than 1.
        if (first + second > 1 + 1e-12)
        {
            throw new ArgumentOutOfRangeException(secondName, second, $"{firstName} and {secondName} lead away from state {state}, so together they are at most 1.");
        }
    }
}
