namespace Wavetank.Applications.Requests;

/// <summary>What a request client does.</summary>
public sealed record RequestOptions
{
    /// <summary>The server's host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's port.</summary>
    public required int Port { get; init; }

    /// <summary>Requests to make. Default 10.</summary>
    public long Count { get; init; } = 10;

    /// <summary>Draws the bytes of each request; less than 16 are sent as 16. Default 200 B.</summary>
    public Func<long> RequestSize { get; init; } = static () => 200;

    /// <summary>Draws the bytes of each response, 1 or more. Default 10 KB.</summary>
    public Func<long> ResponseSize { get; init; } = static () => 10_000;

    /// <summary>Draws the pause between a response and the next request. Default: none.</summary>
    public Func<TimeSpan>? Think { get; init; }

    /// <summary>Whether the connection is kept for the next request. Default: yes.</summary>
    public bool KeepsConnection { get; init; } = true;

    /// <summary>How long to wait for a whole response, connecting included. Default: without end.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>How often a request that failed is made again before it counts as an error. Default 0.</summary>
    public long Retries { get; init; }

    /// <summary>What it sets on its sockets. Default: no delay, and nothing else.</summary>
    public TcpOptions? Tcp { get; init; }
}
