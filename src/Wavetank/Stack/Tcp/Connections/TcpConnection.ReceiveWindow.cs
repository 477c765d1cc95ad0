namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The window that we advertise (RFC 9293 §3.8.6.2.2, MUST-39), and how the receive buffer grows with the connection's speed.</summary>
internal sealed partial class TcpConnection
{
    // The capacity of the receive buffer now, and the size of the peer's segments as seen.
    private int _receiveLimit;
    private int _rcvMss = TcpDefaults.DefaultMss;

    // As Linux: the most of the buffer that the window may take, and what it may take by what has come so far (rcv_ssthresh).
    private int _windowClamp;
    private int _windowThreshold;

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

    /// <summary>Whether hardly anything more can come before the user reads.</summary>
    internal bool IsWindowShut => ReceiveWindow <= (uint)_rcvMss;

    private void InitializeReceiveWindow()
    {
        int largest = Settings.ReceiveBufferSize > 0 ? Settings.ReceiveBufferSize : Settings.MaximumReceiveBuffer;
        _receiveLimit = Settings.ReceiveBufferSize > 0 ? Settings.ReceiveBufferSize : Math.Min(TcpDefaults.InitialReceiveBuffer, largest);
        ChooseFirstWindow();

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

    /// <summary>
    /// The window of our SYN: whole segments of the buffer, as Linux offers it; an answer knows already whether timestamps make them
    /// smaller. Behind the handshake one segment of the buffer stays in reserve.
    /// </summary>
    private void ChooseFirstWindow()
    {
        int advertised = AdvertisedMss;
        int mss = advertised - (_timestamps ? TimestampsLength : 0);
        int window = _receiveLimit > mss ? _receiveLimit / mss * mss : _receiveLimit;
        _rcvWnd = (uint)Math.Min(window, ushort.MaxValue);
        _windowClamp = _receiveLimit > 2 * advertised ? Math.Max(2 * advertised, _receiveLimit - advertised) : _receiveLimit;
        _windowThreshold = (int)Math.Min(_rcvWnd, (uint)_windowClamp);
        _tuneBest = Math.Min(_windowThreshold, (long)TcpDefaults.InitialWindow * advertised);
    }

    /// <summary>The window field for a segment that is sent now; notes what it promises.</summary>
    private ushort SelectWindow()
    {
        uint current = ReceiveWindow;
        uint window = OfferedWindow();

        // RFC 9293 §3.8.6, SHLD-14: the right edge never moves left.
        if (window < current)
        {
            window = RoundUp(current);
        }

        window = Math.Min(window, (uint)ushort.MaxValue << _rcvScale);
        _rcvWnd = window;
        _rcvWup = RcvNxt;
        return (ushort)(window >> _rcvScale);
    }

    /// <summary>
    /// What the buffer would offer now (RFC 9293 §3.8.6.1, MAY-8: zero for as long as nobody reads). RFC 9293 §3.8.6.2.2, MUST-39, in Linux's way: nothing where less than a segment, or than a
    /// sixteenth of the buffer, is free; without scaling, whole segments.
    /// </summary>
    private uint OfferedWindow()
    {
        int full = Math.Min(_windowClamp, _receiveLimit);
        int mss = Math.Min(_rcvMss, full);
        int free = Math.Max(0, _receiveLimit - _receiveBuffer.Length - (_reassembly?.Length ?? 0));
        if (free < full / 2)
        {
            _quickAcks = 0;
            free = free >> _rcvScale << _rcvScale;
            if (free < _receiveLimit / 16 || free < mss)
            {
                return 0;
            }
        }

        free = Math.Min(free, _windowThreshold);
        if (_rcvScale > 0)
        {
            return RoundUp((uint)free);
        }

        int window = (int)_rcvWnd;
        return (uint)(window <= free - mss || window > free ? free / mss * mss
            : mss == full && free > window + (full / 2) ? free
            : window);
    }

    /// <summary>
    /// What came lets the window grow by two segments, as far as the buffer has room: as Linux, at first it is not all that the buffer
    /// could take, lest small segments, which cost more memory than they carry, overrun it.
    /// </summary>
    private void GrowWindow(int length)
    {
        const int Least = 128;
        int room = Math.Min(_windowClamp, _receiveLimit - _receiveBuffer.Length - (_reassembly?.Length ?? 0)) - _windowThreshold;
        if (length < Least || room <= 0)
        {
            return;
        }

        int step = Math.Max(2 * (length >= _rcvMss ? AdvertisedMss : _rcvMss), 2 * length);
        _windowThreshold += Math.Min(room, step);

        // The sender is told at once.
        _quickAcks |= 1;
    }

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
            acknowledge = 2 * current <= _windowClamp && OfferedWindow() >= Math.Max(2 * current, 1);
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
            int limit = (int)Math.Min(window, Settings.MaximumReceiveBuffer);
            if (limit > _receiveLimit)
            {
                _receiveLimit = limit;
                _windowClamp = limit;
            }

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
