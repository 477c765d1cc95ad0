using System.Collections.Immutable;
using Wavetank.Packets;

namespace Wavetank.Links.Loss;

/// <summary>The packets with given numbers are lost.</summary>
/// <param name="numbers">The numbers, in order, each once.</param>
internal sealed class ListLoss(ImmutableArray<long> numbers) : LossModel
{
    private long _passed;
    private int _next;

    public override bool IsLost(Packet packet)
    {
        _passed++;
        if (_next == numbers.Length || numbers[_next] != _passed)
        {
            return false;
        }

        _next++;
        return true;
    }
}
