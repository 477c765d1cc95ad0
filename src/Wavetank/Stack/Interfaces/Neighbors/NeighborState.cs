namespace Wavetank.Stack.Interfaces.Neighbors;

/// <summary>What is known of a neighbor (RFC 4861 §7.3.2).</summary>
internal enum NeighborState
{
    /// <summary>It has been asked for; nobody has answered yet.</summary>
    Incomplete,

    /// <summary>It answered lately.</summary>
    Reachable,

    /// <summary>Its address is known, but not whether it is still there. It is asked once somebody sends to it.</summary>
    Stale,

    /// <summary>Somebody has sent to it; it will be asked soon.</summary>
    Delay,

    /// <summary>It is being asked.</summary>
    Probe,
}
