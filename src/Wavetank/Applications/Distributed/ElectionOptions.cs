namespace Wavetank.Applications.Distributed;

/// <summary>What a member of a leader election does.</summary>
public sealed record ElectionOptions
{
    /// <summary>The names of all members, the same for each; whether its own is among them does not matter.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>The port of all of them.</summary>
    public required int Port { get; init; }

    /// <summary>How often a leader says that it is there. Default 50 ms.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Draws how long silence is borne before a member stands for election. Default: 150 to 300 ms, evenly, from the member's own dice.</summary>
    public Func<TimeSpan>? Patience { get; init; }

    /// <summary>How long it takes part. Default 30 s.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Where it keeps what a crash must not take. Default: a disk of its own, which is empty.</summary>
    public ElectionDisk Disk { get; init; } = new();
}
