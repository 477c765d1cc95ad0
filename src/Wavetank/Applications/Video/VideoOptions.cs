namespace Wavetank.Applications.Video;

/// <summary>What a player of adaptive video does.</summary>
public sealed record VideoOptions
{
    /// <summary>The server's host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's port.</summary>
    public required int Port { get; init; }

    /// <summary>Segments to play. Default 30.</summary>
    public long Segments { get; init; } = 30;

    /// <summary>The length of a segment. Default 4 s.</summary>
    public TimeSpan SegmentLength { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Bits per second of each quality, from the lowest to the highest; at least one.</summary>
    public required IReadOnlyList<long> Bitrates { get; init; }

    /// <summary>How much the player holds at most. Default 60 s.</summary>
    public TimeSpan Buffer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Below how much in the buffer the lowest bitrate is chosen. Default 10 s.</summary>
    public TimeSpan Reservoir { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What it sets on its sockets. Default: no delay, and nothing else.</summary>
    public TcpOptions? Tcp { get; init; }
}
