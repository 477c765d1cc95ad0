namespace Wavetank.Devices.Topologies;

/// <summary>What a device of a plan is.</summary>
public enum PlannedDeviceKind
{
    /// <summary>A computer on which programs run.</summary>
    Host,

    /// <summary>Passes packets on by the shortest path.</summary>
    Router,

    /// <summary>Joins its links to one segment.</summary>
    Switch,

    /// <summary>A router that translates addresses.</summary>
    Nat,

    /// <summary>A router that lets pass what its rules allow.</summary>
    Firewall,
}
