using Wavetank.Engine;

namespace Wavetank.Links;

/// <summary>
/// The dice of one direction of a link, each made when it is first thrown. They live as long as the direction does: a condition that is
/// changed goes on with the same stream.
/// </summary>
internal sealed class LinkDice(Simulator simulator, string path)
{
    public RandomStream Loss => field ??= Create("loss");

    public RandomStream Delay => field ??= Create("delay");

    public RandomStream Schedule => field ??= Create("schedule");

    public RandomStream Rules => field ??= Create("rules");

    public RandomStream Slots => field ??= Create("slots");

    /// <summary>Which bit of a damaged packet is turned over.</summary>
    public RandomStream CorruptBit => field ??= Create("corrupt");

    public CorrelatedRandom Corrupt => field ??= new(CorruptBit);

    public CorrelatedRandom Duplicate => field ??= new(Create("duplicate"));

    public CorrelatedRandom Reorder => field ??= new(Create("reorder"));

    private RandomStream Create(string what) => simulator.CreateRandomStream($"{path}/{what}");
}
