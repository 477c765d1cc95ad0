namespace Wavetank.AspNetCore.Http;

/// <summary>
/// An attempt to connect, which outlives the request that it was begun for by five seconds at most. So it does on the platform, but there by
/// the real clock, which <see cref="RealTime"/> turns off.
/// </summary>
internal sealed class ConnectionAttempt(TimeProvider timeProvider) : IDisposable
{
    // The platform's PendingConnectionTimeoutOnRequestCompletion.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private CancellationTokenSource? _source;

    /// <summary>The attempt begins; the token ends it.</summary>
    public CancellationToken Begin()
    {
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, timeProvider);
        return _source.Token;
    }

    /// <summary>There is a connection, or there will be none.</summary>
    public void Dispose()
    {
        _source?.Dispose();
        _source = null;
    }

    /// <summary>The request was answered, perhaps over another connection, or was given up.</summary>
    public void RequestEnded() => _source?.CancelAfter(Grace);
}
