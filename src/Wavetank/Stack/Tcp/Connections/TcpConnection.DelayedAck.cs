using Wavetank.Packets;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>When to acknowledge (RFC 9293 §3.8.6.3, SHLD-18, RFC 5681 §4.2), with Linux's quick acknowledgments and adaptive delay.</summary>
internal sealed partial class TcpConnection
{
    // The present delay; 0 before data came. Acknowledgments left that go out at once. When data came last.
    private long _ackTimeout;
    private int _quickAcks;
    private long _lastReceivedAt;
    private long _lastChallengeAt = -TcpDefaults.ChallengeInterval;

    /// <summary>Notes that data came, in order or not: an acknowledgment is due, and when it should go.</summary>
    private void DataArrived(int length, bool pushed)
    {
        Set(ConnectionFlags.AckScheduled);
        long now = _host.Now;
        if (length >= _rcvMss)
        {
            _rcvMss = Math.Min(length, AdvertisedMss);
        }
        else if (pushed)
        {
            Set(Is(ConnectionFlags.AckPushed) ? ConnectionFlags.AckPushedTwice : ConnectionFlags.AckPushed);
        }

        if (_ackTimeout == 0)
        {
            EnterQuickAcks(TcpDefaults.MaximumQuickAcks);
            _ackTimeout = TcpDefaults.DelayedAckMinimum;
        }
        else
        {
            long gap = now - _lastReceivedAt;
            if (gap <= TcpDefaults.DelayedAckMinimum / 2)
            {
                _ackTimeout = (_ackTimeout / 2) + (TcpDefaults.DelayedAckMinimum / 2);
            }
            else if (gap < _ackTimeout)
            {
                _ackTimeout = Math.Min((_ackTimeout / 2) + gap, _rto);
            }
            else if (gap > _rto)
            {
                // The sender has paused, perhaps for lack of acknowledgments: it starts slowly again.
                EnterQuickAcks(TcpDefaults.MaximumQuickAcks);
            }
        }

        _lastReceivedAt = now;
    }

    private void EnterQuickAcks(int most)
    {
        int wanted = Math.Max(2, (int)Math.Min(_rcvWnd / (2u * (uint)_rcvMss), (uint)most));
        _quickAcks = Math.Max(_quickAcks, Math.Min(wanted, most));
    }

    /// <summary>Something is wrong at the sender or on the way: the next acknowledgments must not wait.</summary>
    private void AcknowledgeQuickly()
    {
        EnterQuickAcks(TcpDefaults.MaximumQuickAcks);
        Reset(ConnectionFlags.Interactive);
        _ackTimeout = TcpDefaults.DelayedAckMinimum;
        Set(ConnectionFlags.AckScheduled | ConnectionFlags.AckNow);
    }

    /// <summary>The last step for a segment: acknowledge now, or later with others (RFC 9293 §3.10.7.4, MUST-58).</summary>
    private void AcknowledgeIfDue()
    {
        if (!Is(ConnectionFlags.AckScheduled | ConnectionFlags.AckNow))
        {
            return;
        }

        // RFC 9293 §3.8.6.3, SHLD-19, RFC 5681 §4.2: at least every second full segment; at once for what is out of order, and for what fills a hole.
        if (RcvNxt - _rcvWup > _rcvMss
            || Is(ConnectionFlags.AckNow)
            || (_quickAcks > 0 && !Is(ConnectionFlags.Interactive))
            || _reassembly is { IsEmpty: false })
        {
            SendAck();
            return;
        }

        DelayAck();
    }

    private void DelayAck()
    {
        long delay = _ackTimeout;
        if (delay > TcpDefaults.DelayedAckMinimum)
        {
            long most = Is(ConnectionFlags.Interactive) || Is(ConnectionFlags.AckPushed) ? TcpDefaults.DelayedAckMaximum : TcpDefaults.Second / 2;
            if (_rtt.Smoothed != 0)
            {
                most = Math.Min(most, Math.Max(_rtt.Smoothed, TcpDefaults.DelayedAckMinimum));
            }

            delay = Math.Min(delay, most);
        }

        delay = Math.Clamp(delay, TcpDefaults.DelayedAckMinimum, TcpDefaults.DelayedAckMaximum);
        _ackAt = Math.Min(_ackAt, _host.Now + delay);
    }

    private void DelayedAckTimeout()
    {
        if (!Is(ConnectionFlags.AckScheduled))
        {
            return;
        }

        // As Linux: a delay that ran out was too long for a conversation, and too short for a stream.
        if (Is(ConnectionFlags.Interactive))
        {
            Reset(ConnectionFlags.Interactive);
            _ackTimeout = TcpDefaults.DelayedAckMinimum;
        }
        else
        {
            _ackTimeout = Math.Min(_ackTimeout * 2, _rto);
        }

        SendAck();
    }

    private void AckWasSent()
    {
        if (_quickAcks > 0)
        {
            _quickAcks--;
        }

        Reset(ConnectionFlags.AckScheduled | ConnectionFlags.AckNow | ConnectionFlags.AckPushed | ConnectionFlags.AckPushedTwice);
        _ackAt = TcpDefaults.Never;
    }

    /// <summary>
    /// Answers a segment that cannot be taken with an acknowledgment (RFC 9293 §3.10.7.4, first, RFC 5961 §7), at a limited rate, so that
    /// two confused ends do not answer each other for ever.
    /// </summary>
    private void SendChallengeAck()
    {
        long now = _host.Now;
        if (now - _lastChallengeAt < TcpDefaults.ChallengeInterval)
        {
            return;
        }

        _lastChallengeAt = now;
        Statistics.ChallengeAcks++;
        SendAck();
    }

    /// <summary>Answers a segment outside of the window. Only those without data are limited in rate, as on Linux.</summary>
    private void AnswerUnacceptable(Packet packet)
    {
        if (packet.PayloadLength > 0 || packet.Tcp.Has(TcpFlags.Fin))
        {
            Set(ConnectionFlags.AckScheduled);
            SendAck();
        }
        else
        {
            SendChallengeAck();
        }
    }
}
