using Wavetank.Engine;
using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>Four states; it begins in the gap, takes one step with each packet, and the state that it comes to says whether the packet is lost.</summary>
internal sealed class MarkovLoss(MarkovLossOptions options, RandomStream random) : LossModel
{
    private State _state = State.ReceivedInGap;

    private enum State
    {
        ReceivedInGap = 1,
        ReceivedInBurst = 2,
        LostInBurst = 3,
        LostInGap = 4,
    }

    public override bool IsLost(Packet packet)
    {
        double dice = random.NextDouble();
        _state = _state switch
        {
            State.ReceivedInGap when dice < options.P14 => State.LostInGap,
            State.ReceivedInGap when dice < options.P14 + options.P13 => State.LostInBurst,
            State.ReceivedInBurst when dice < options.P23 => State.LostInBurst,
            State.LostInBurst when dice < options.P32 => State.ReceivedInBurst,
            State.LostInBurst when dice < options.P32 + options.P31 => State.ReceivedInGap,
            State.LostInGap => State.ReceivedInGap,
            _ => _state,
        };
        return _state is State.LostInBurst or State.LostInGap;
    }
}
