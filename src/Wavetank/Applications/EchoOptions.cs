namespace Wavetank.Applications;

/// <summary>What an echo client does.</summary>
public sealed record EchoOptions
{
    /// <summary>The server's host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's port.</summary>
    public required int Port { get; init; }

    /// <summary>Bytes of each message. Default 64.</summary>
    public int Size { get; init; } = 64;

    /// <summary>Messages to exchange. Default 1.</summary>
    public long Count { get; init; } = 1;

    /// <summary>Draws the pause between a reply and the next message. Default: none.</summary>
    public Func<TimeSpan>? Think { get; init; }

    /// <summary>What a client over TCP sets on its sockets. Default: no delay, and nothing else.</summary>
    public TcpOptions? Tcp { get; init; }

    /// <summary>How long to wait for a reply. Default: without end.</summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;
}
