using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>Two states with a loss each. It begins in the good one; a packet is lost by the state that it finds, and then the state may change.</summary>
internal sealed class GilbertElliottLoss(GilbertElliottLossOptions options, RandomStream random) : LossModel
{
    private bool _isBad;

    public override bool IsLost(Packet packet)
    {
        bool isLost = random.NextBoolean(_isBad ? options.LossInBad : options.LossInGood);
        _isBad ^= random.NextBoolean(_isBad ? options.R : options.P);
        return isLost;
    }
}
