namespace Wavetank.Stack.Tcp.Sending;

/// <summary>How long a connection had data to send, and what held it back meanwhile (Linux: tcp_chrono). Made with the first data.</summary>
internal sealed class SendingTime
{
    private SendingLimit _limit;
    private long _since;
    private long _busy;
    private long _window;
    private long _buffer;

    /// <summary>Nanoseconds with data that was not yet acknowledged.</summary>
    public long Busy(long now) => _busy + _window + _buffer + (_limit == SendingLimit.Nothing ? 0 : now - _since);

    /// <summary>Nanoseconds of these in which the peer's window was the limit.</summary>
    public long ByWindow(long now) => _window + (_limit == SendingLimit.Window ? now - _since : 0);

    /// <summary>Nanoseconds of these in which the send buffer was.</summary>
    public long ByBuffer(long now) => _buffer + (_limit == SendingLimit.Buffer ? now - _since : 0);

    public void Start(SendingLimit limit, long now)
    {
        if (limit > _limit)
        {
            Turn(limit, now);
        }
    }

    /// <summary>This limit holds no longer, but data is still under way.</summary>
    public void Stop(SendingLimit limit, long now)
    {
        if (limit == _limit)
        {
            Turn(SendingLimit.Busy, now);
        }
    }

    /// <summary>All is acknowledged.</summary>
    public void End(long now) => Turn(SendingLimit.Nothing, now);

    private void Turn(SendingLimit limit, long now)
    {
        long time = now - _since;
        switch (_limit)
        {
            case SendingLimit.Busy:
                _busy += time;
                break;
            case SendingLimit.Window:
                _window += time;
                break;
            case SendingLimit.Buffer:
                _buffer += time;
                break;
            default:
                break;
        }

        _limit = limit;
        _since = now;
    }
}
