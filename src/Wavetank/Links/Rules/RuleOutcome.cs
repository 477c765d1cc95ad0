namespace Wavetank.Links.Rules;

/// <summary>What the rules want of a packet, beside what they changed in its header.</summary>
internal record struct RuleOutcome
{
    public bool IsDropped;
    public bool IsCorrupted;
    public int Copies;

    /// <summary>Nanoseconds.</summary>
    public long ExtraDelay;
}
