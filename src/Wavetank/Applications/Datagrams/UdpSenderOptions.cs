namespace Wavetank.Applications.Datagrams;

/// <summary>What a sender of datagrams does.</summary>
public sealed record UdpSenderOptions
{
    /// <summary>The sink's host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The sink's port.</summary>
    public required int Port { get; init; }

    /// <summary>Datagrams to send, or null to send until the duration is over.</summary>
    public long? Count { get; init; }

    /// <summary>How long to send, or null to send by count.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Draws the bytes of each payload, 16 to 65,507. Default 1000 B.</summary>
    public Func<long> Size { get; init; } = static () => 1000;

    /// <summary>Draws the time from one datagram to the next. Default 20 ms.</summary>
    public Func<TimeSpan> Gap { get; init; } = static () => TimeSpan.FromMilliseconds(20);

    /// <summary>Draws how long it sends before it pauses. Default: without end.</summary>
    public Func<TimeSpan>? Burst { get; init; }

    /// <summary>Draws how long it pauses between bursts. Default: not at all.</summary>
    public Func<TimeSpan>? Pause { get; init; }
}
