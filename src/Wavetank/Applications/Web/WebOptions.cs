namespace Wavetank.Applications.Web;

/// <summary>What a client of pages does.</summary>
public sealed record WebOptions
{
    /// <summary>The server's host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>The server's port.</summary>
    public required int Port { get; init; }

    /// <summary>Pages to load. Default 1.</summary>
    public long Pages { get; init; } = 1;

    /// <summary>Draws the bytes of a page's main object, 1 or more. Default 50 KB.</summary>
    public Func<long> MainSize { get; init; } = static () => 50_000;

    /// <summary>Objects that the main object names. Default 20.</summary>
    public int Objects { get; init; } = 20;

    /// <summary>Draws the bytes of each object, 1 or more. Default 25 KB.</summary>
    public Func<long> ObjectSize { get; init; } = static () => 25_000;

    /// <summary>The most connections at once. Default 6.</summary>
    public int Connections { get; init; } = 6;

    /// <summary>Draws the time for which a page is looked at before the next. Default: none.</summary>
    public Func<TimeSpan>? Think { get; init; }

    /// <summary>What it sets on its sockets. Default: no delay, and nothing else.</summary>
    public TcpOptions? Tcp { get; init; }
}
