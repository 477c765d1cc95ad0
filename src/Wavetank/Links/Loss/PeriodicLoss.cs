using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>
/// Every so many-th packet is lost, exactly, whatever it carries and whatever became of those before it: the loss that closed forms
/// of TCP's throughput assume. In the direction of a bulk transfer nearly all packets are data.
/// </summary>
/// <param name="period">One packet of so many is lost: the last.</param>
internal sealed class PeriodicLoss(int period) : LossModel
{
    private int _passed;

    public override bool IsLost(Packet packet)
    {
        if (++_passed < period)
        {
            return false;
        }

        _passed = 0;
        return true;
    }
}
