using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>Packets are lost where a correlated number is below the probability.</summary>
internal sealed class CorrelatedLoss(double probability, double correlation, CorrelatedRandom random) : LossModel
{
    public override bool IsLost(Packet packet) => random.Next(correlation) < probability;
}
