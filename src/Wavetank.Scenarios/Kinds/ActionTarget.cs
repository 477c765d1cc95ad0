namespace Wavetank.Scenarios.Kinds;

/// <summary>What an action of the timeline happens to.</summary>
internal enum ActionTarget
{
    /// <summary>A link, or each of a group.</summary>
    Link,

    /// <summary>A host, or each of a group.</summary>
    Host,

    /// <summary>A port of a host, or of each of a group.</summary>
    Port,

    /// <summary>Two sets of hosts.</summary>
    TwoSets,
}
