namespace Wavetank.Links.Rules;

/// <summary>What a rule does with a packet.</summary>
public enum LinkAction
{
    /// <summary>It is lost, counted as <see cref="Packets.DropReason.LinkRule"/>.</summary>
    Drop,

    /// <summary>It is under way for longer; those behind it may overtake it.</summary>
    Delay,

    /// <summary>It arrives once more.</summary>
    Duplicate,

    /// <summary>One of its bits is turned over.</summary>
    Corrupt,

    /// <summary>It is marked as having met congestion (ECN's CE) if it may be (ECT); others stay as they are.</summary>
    MarkCongestion,

    /// <summary>Its time to live, or hop limit, is set.</summary>
    SetTimeToLive,

    /// <summary>Its DSCP is set.</summary>
    SetDscp,
}
