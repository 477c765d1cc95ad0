namespace Wavetank.Recording.EventLog;

/// <summary>What an event log takes in.</summary>
public sealed class EventLogOptions
{
    /// <summary>The number of the first event to log. Default: 1, the first of the run.</summary>
    public long FirstEvent { get; init; } = 1;

    /// <summary>The number of the last event to log. Default: no limit.</summary>
    public long LastEvent { get; init; } = long.MaxValue;
}
