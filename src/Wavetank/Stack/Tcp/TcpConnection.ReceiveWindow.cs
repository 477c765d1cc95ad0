namespace Wavetank.Stack.Tcp;

/// <summary>The window that we advertise (RFC 9293 §3.8.6.2.2, MUST-39), and how the receive buffer grows with the connection's speed.</summary>
internal sealed partial class TcpConnection
{
    // The capacity of the receive buffer now, and the size of the peer's segments as seen.
    private int _receiveLimit;
    private int _rcvMss = TcpDefaults.DefaultMss;

    // Auto-tuning: bytes that the user took in the current round trip, what he took in the best one, and the round trip's marks.
    private long _tuneCopied;
    private long _tuneBest;
    private long _tuneStartedAt;
    private long _rcvRtt;
    private uint _rcvRttSequence;
    private long _rcvRttStartedAt;

    /// <summary>What is left of the window as last advertised.</summary>
    internal uint ReceiveWindow
    {
        get
        {
            uint edge = _rcvWup + _rcvWnd;
            return SequenceNumber.After(edge, RcvNxt) ? edge - RcvNxt : 0;
        }
    }

    private void InitializeReceiveWindow()
    {
        int largest = Settings.ReceiveBufferSize > 0 ? Settings.ReceiveBufferSize : Settings.MaximumReceiveBuffer;
        _receiveLimit = Settings.ReceiveBufferSize > 0 ? Settings.ReceiveBufferSize : TcpDefaults.InitialReceiveBuffer;
        int mss = AdvertisedMss;
        int window = Math.Min(_receiveLimit, ushort.MaxValue);
        _rcvWnd = (uint)(window > mss ? window / mss * mss : window);
        _tuneBest = Math.Min(_rcvWnd, (long)TcpDefaults.InitialWindow * mss);

        // RFC 7323 §2.3: the shift is fixed here, for the largest window that there will ever be.
        _rcvScale = 0;
        if (Settings.WindowScaling)
        {
            while (largest >> _rcvScale > ushort.MaxValue && _rcvScale < TcpDefaults.MaximumWindowScale)
            {
                _rcvScale++;
            }
        }
    }

    /// <summary>The window field for a segment that is sent now; notes what it promises.</summary>
    private ushort SelectWindow()
    {
        uint current = ReceiveWindow;
        uint window = WindowFromSpace();

        // RFC 9293 §3.8.6, SHLD-14: the right edge never moves left. RFC 9293 §3.8.6.2.2, MUST-39: nor right in small steps.
        if (window < current || window - current < Math.Min(_receiveLimit / 2, _rcvMss))
        {
            window = RoundUp(current);
        }

        window = Math.Min(window, (uint)ushort.MaxValue << _rcvScale);
        _rcvWnd = window;
        _rcvWup = RcvNxt;
        return (ushort)(window >> _rcvScale);
    }

    // RFC 9293 §3.8.6.1, MAY-8: zero for as long as nobody reads.
    private uint WindowFromSpace() => RoundUp((uint)Math.Max(0, _receiveLimit - _receiveBuffer.Length));

    private uint RoundUp(uint window)
    {
        uint unit = 1u << _rcvScale;
        return (window + unit - 1) & ~(unit - 1);
    }

    /// <summary>The user took bytes: the window may have opened enough to say so.</summary>
    private void AfterRead(int length)
    {
        TuneReceiveBuffer(length);
        if (!IsConnected || State == TcpState.TimeWait)
        {
            return;
        }

        bool acknowledge = false;
        if (Is(ConnectionFlags.AckScheduled))
        {
            // As Linux: a reader that took all of a small message, and does not answer it, acknowledges at once.
            bool drained = _receiveBuffer.Length == 0
                && (Is(ConnectionFlags.AckPushedTwice) || (Is(ConnectionFlags.AckPushed) && !Is(ConnectionFlags.Interactive)));
            acknowledge = RcvNxt - _rcvWup > _rcvMss || drained;
        }

        if (!acknowledge && !Is(ConnectionFlags.FinReceived))
        {
            // A window update is worth a segment when it at least doubles the window.
            uint current = ReceiveWindow;
            acknowledge = 2 * current <= _receiveLimit && WindowFromSpace() >= Math.Max(2 * current, 1)
                && WindowFromSpace() - current >= Math.Min(_receiveLimit / 2, _rcvMss);
        }

        if (acknowledge)
        {
            SendAck();
        }
    }

    /// <summary>
    /// Dynamic right-sizing as Linux does it: the window is at least twice what the user takes in a round trip, and grows on with the rate
    /// at which that grows, so that the window never limits the sender in slow start.
    /// </summary>
    private void TuneReceiveBuffer(int copied)
    {
        _tuneCopied += copied;
        if (Settings.ReceiveBufferSize > 0 || _rcvRtt == 0 || _host.Now - _tuneStartedAt < _rcvRtt)
        {
            return;
        }

        if (_tuneCopied > _tuneBest)
        {
            long window = (2 * _tuneCopied) + (16L * AdvertisedMss);
            window += 2 * (window * (_tuneCopied - _tuneBest) / _tuneBest);
            _receiveLimit = (int)Math.Clamp(window, _receiveLimit, Math.Max(_receiveLimit, Settings.MaximumReceiveBuffer));
            _tuneBest = _tuneCopied;
        }

        _tuneCopied = 0;
        _tuneStartedAt = _host.Now;
    }

    /// <summary>The receiver's own idea of the round-trip time: how long a window takes to arrive, or what timestamps tell.</summary>
    private void MeasureReceiverRtt(uint timestampEcho, bool hasTimestamps, int length)
    {
        if (hasTimestamps)
        {
            if (timestampEcho != 0 && length >= _rcvMss)
            {
                long sample = Math.Max(1, (int)(TimestampNow - timestampEcho)) * TcpDefaults.Millisecond;
                AddReceiverRtt(sample, isUpperBound: false);
            }

            return;
        }

        if (_rcvRttStartedAt != 0)
        {
            if (SequenceNumber.Before(RcvNxt, _rcvRttSequence))
            {
                return;
            }

            AddReceiverRtt(Math.Max(1, _host.Now - _rcvRttStartedAt), isUpperBound: true);
        }

        _rcvRttSequence = RcvNxt + _rcvWnd;
        _rcvRttStartedAt = _host.Now;
    }

    private void AddReceiverRtt(long sample, bool isUpperBound)
    {
        _rcvRtt = _rcvRtt == 0 ? sample
            : isUpperBound ? Math.Min(_rcvRtt, sample)
            : _rcvRtt + ((sample - _rcvRtt) >> 3);
    }
}
