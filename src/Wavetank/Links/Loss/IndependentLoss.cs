using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>Each packet is lost with the same probability, whatever became of those before it (Bernoulli).</summary>
internal sealed class IndependentLoss(double probability, RandomStream random) : LossModel
{
    public override bool IsLost(Packet packet) => random.NextBoolean(probability);
}
