namespace Wavetank.AspNetCore.Http;

/// <summary>When a request has to be answered, in simulated time.</summary>
internal sealed class RequestDeadline : IDisposable
{
    private readonly TimeSpan _timeout;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource? _either;
    private readonly CancellationToken _callers;
    private readonly CancellationToken _token;

    public RequestDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken callers)
    {
        _timeout = timeout;
        _callers = callers;
        _time = new CancellationTokenSource(timeout, timeProvider);
        _either = callers.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(_time.Token, callers) : null;
        _token = (_either ?? _time).Token;
    }

    /// <summary>Cancelled when the time is up, or when the caller cancels.</summary>
    public CancellationToken Token => _token;

    public bool HasPassed => _time.IsCancellationRequested && !_callers.IsCancellationRequested;

    /// <summary>Whether the token is the one that the client passed with its request: then it is the client that reads the answer, not its user.</summary>
    public bool IsOfClient(CancellationToken token) => token.CanBeCanceled && token == _callers;

    /// <summary>What <see cref="HttpClient"/> throws when its own timeout has passed.</summary>
    public TaskCanceledException ToException(OperationCanceledException cause)
    {
        string message = $"The request was canceled due to the simulated timeout of {_timeout.TotalSeconds} seconds elapsing.";
        return new TaskCanceledException(message, new TimeoutException(message, cause), Token);
    }

    public void Dispose()
    {
        _either?.Dispose();
        _time.Dispose();
    }
}
