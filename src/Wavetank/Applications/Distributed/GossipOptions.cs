namespace Wavetank.Applications.Distributed;

/// <summary>What a member of a group that gossips does.</summary>
public sealed record GossipOptions
{
    /// <summary>The names of all members, the same for each; whether its own is among them does not matter.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>The port of all of them.</summary>
    public required int Port { get; init; }

    /// <summary>The time from one round to the next. Default 100 ms.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many others are told in a round, each at most once. Default 1.</summary>
    public int Fanout { get; init; } = 1;

    /// <summary>Rounds after which it stops. Default 50.</summary>
    public int Rounds { get; init; } = 50;
}
