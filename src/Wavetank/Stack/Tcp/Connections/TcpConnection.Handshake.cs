using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>The handshake (RFC 9293 §3.5): SYN-SENT (§3.10.7.3), the passive open (§3.10.7.2), and what ends SYN-RECEIVED.</summary>
internal sealed partial class TcpConnection
{
    private long _openedAt;

    /// <summary>A listener takes a SYN.</summary>
    /// <param name="syn">The SYN.</param>
    /// <param name="successorOf">The initial sequence number, where an old connection that has given way says it.</param>
    internal void OpenPassively(Packet syn, uint? successorOf)
    {
        _host.Delivered(syn);
        Set(ConnectionFlags.Passive);
        WasHalfOpen = true;
        ChooseInitialSequence(successorOf);
        TakeSyn(in syn.Tcp);
        State = TcpState.SynReceived;
        AcceptEcn(in syn.Tcp);
        SendSyn();
        UpdateTimers();
    }

    /// <summary>What both opens learn from the peer's SYN.</summary>
    private void TakeSyn(in TcpHeader syn)
    {
        Irs = syn.SequenceNumber;
        RcvNxt = syn.SequenceNumber + 1;
        _rcvWup = RcvNxt;
        if (_rcvWnd == 0)
        {
            InitializeReceiveWindow();
        }

        ref readonly TcpOptions options = ref syn.Options;
        _peerMss = options.MaximumSegmentSize;
        _sack = Settings.Sack && options.SackPermitted;
        _timestamps = Settings.Timestamps && options.HasTimestamps;
        if (_timestamps)
        {
            RememberTimestamp(options.TimestampValue);
        }

        // RFC 7323 §2.2: scaling only if both SYNs carry the option; §2.3: a shift above 14 is taken as 14.
        _windowScaling = Settings.WindowScaling && options.HasWindowScale;
        if (_windowScaling)
        {
            _sndScale = Math.Min(options.WindowScale, (byte)TcpDefaults.MaximumWindowScale);
        }
        else
        {
            _rcvScale = 0;
            _receiveLimit = Math.Min(_receiveLimit, ushort.MaxValue);
        }

        SndWnd = syn.Window;
        _maxSndWnd = SndWnd;
        _sndWl1 = syn.SequenceNumber;
        InitializeMss();
        _rcvMss = Math.Max(TcpDefaults.MinimumMss, Math.Min(Math.Min(SendMss, TcpDefaults.DefaultMss), (int)(_rcvWnd / 2)));
    }

    private DropReason ArrivesInSynSent(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        bool ack = segment.Has(TcpFlags.Ack);

        // First, ACK: it must be for our SYN.
        if (ack && segment.AcknowledgmentNumber != SndNxt)
        {
            _layer.AnswerWithReset(packet);
            return DropReason.TcpUnacceptable;
        }

        // Second, RST: believed if it acknowledges our SYN.
        if (segment.Has(TcpFlags.Rst))
        {
            if (!ack)
            {
                return DropReason.TcpUnacceptable;
            }

            _host.Delivered(packet);
            Terminate(SocketError.ConnectionRefused);
            return DropReason.None;
        }

        // Fourth, SYN.
        if (!segment.Has(TcpFlags.Syn))
        {
            return DropReason.TcpUnacceptable;
        }

        _host.Delivered(packet);
        TakeSyn(in segment);
        if (!ack)
        {
            // Both ends opened at once (RFC 9293 §3.5, MUST-10, figure 7).
            State = TcpState.SynReceived;
            AcceptEcn(in segment);
            _sent[0].SentAt = _host.Now;
            SendSynSegment();
            ArmRetransmission();
            return DropReason.None;
        }

        ConfirmEcn(in segment);
        AcknowledgeSyn(in segment);
        BecomeEstablished();
        Set(ConnectionFlags.TellConnected | ConnectionFlags.AckNow);
        if (Is(ConnectionFlags.FinQueued))
        {
            State = TcpState.FinWait1;
        }

        SendMore();
        AcknowledgeIfDue();
        return DropReason.None;
    }

    /// <summary>
    /// Whether a timeout doubles the next one. RFC 6298 §5.5 backs off from the first on; Linux since 6.5 keeps the first ones of a SYN
    /// equal, so that it goes out at 0, 1, 2, 3, 4, 5, 7, 11 seconds and so on.
    /// </summary>
    private bool BacksOff => State != TcpState.SynSent || _retransmits > Settings.SynLinearTimeouts;

    /// <summary>
    /// Whether a SYN has been sent often enough (R2). Unlike RFC 9293 §3.8.3, MUST-23, which says at least three minutes. As
    /// Linux, what comes first ends it: the count with the linear timeouts, or the time that it would take without them. With six
    /// retries the count does, after 131 s; one retry ends after 3 s.
    /// </summary>
    /// <remarks>
    /// R1, where TCP tells the internet layer that the way may be dead, has no effect on a route here: on Linux it makes the socket
    /// forget its cached one, and this stack looks the route up for every packet.
    /// </remarks>
    private bool HasTriedSynEnough()
    {
        // The first timeout of a second can be doubled so often before it reaches the largest, two minutes.
        const int Doublings = 6;
        if (_retransmits >= Settings.SynRetries + Settings.SynLinearTimeouts)
        {
            return true;
        }

        int retries = Settings.SynRetries;
        long limit = Settings.UserTimeout > TimeSpan.Zero ? Settings.UserTimeout.Ticks * TimeSpan.NanosecondsPerTick
            : retries <= Doublings ? ((2L << retries) - 1) * RttEstimator.InitialRto
            : (((2L << Doublings) - 1) * RttEstimator.InitialRto) + ((retries - Doublings) * RttEstimator.MaximumRto);
        return _retransmits > 0 && _host.Now - _openedAt >= limit;
    }

    private bool IsAnswerToSimultaneousOpen(in TcpHeader segment) =>
        !Is(ConnectionFlags.Passive) && segment.Has(TcpFlags.Ack) && segment.SequenceNumber == Irs
        && SequenceNumber.IsBetween(segment.AcknowledgmentNumber, Iss + 1, SndNxt);

    /// <summary>
    /// The peer's SYN came again: the answer to it was lost, or is slow. As Linux, it is answered at once, and no second time within
    /// half a second; the timeout starts anew.
    /// </summary>
    private DropReason SynArrivesAgain()
    {
        if (_host.Now - _lastChallengeAt >= TcpDefaults.ChallengeInterval)
        {
            _lastChallengeAt = _host.Now;
            _sent[0].Marks |= SegmentMarks.EverRetransmitted;
            SendSynSegment();
            ArmRetransmission();
        }

        return DropReason.TcpUnacceptable;
    }

    /// <summary>RFC 9293 §3.10.7.4, fifth, SYN-RECEIVED: the acknowledgment of our SYN opens the connection.</summary>
    private DropReason AckArrivesInSynReceived(Packet packet)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        if (!SequenceNumber.IsBetween(segment.AcknowledgmentNumber, SndUna + 1, SndNxt))
        {
            _layer.AnswerWithReset(packet);
            return DropReason.TcpUnacceptable;
        }

        if (Listener is { } listener)
        {
            // As Linux does: with no room to be accepted in, the last acknowledgment is dropped, and our SYN-ACK asks for it again.
            if (!listener.TryComplete(this))
            {
                return DropReason.ListenQueueFull;
            }

            WasHalfOpen = false;
        }

        AcknowledgeSyn(in segment);
        BecomeEstablished();
        if (Is(ConnectionFlags.FinQueued))
        {
            State = TcpState.FinWait1;
        }

        Set(ConnectionFlags.TellConnected);
        return DropReason.None;
    }

    /// <summary>Our SYN is acknowledged: the handshake's round trip seeds the estimator (RFC 6298, Karn's rule obeyed).</summary>
    private void AcknowledgeSyn(in TcpHeader segment)
    {
        long now = _host.Now;
        ref SentSegment syn = ref _sent[0];
        bool again = _retransmits > 1;
        Reset(ConnectionFlags.ClosedHalfOpen);
        SndUna = Iss + 1;
        if (!syn.Has(SegmentMarks.EverRetransmitted))
        {
            AddRttSample(Math.Max(1, now - syn.SentAt));
        }
        else if (_timestamps && segment.Options.HasTimestamps && segment.Options.TimestampEcho != 0)
        {
            AddRttSample(Math.Max(1, (int)(TimestampNow - segment.Options.TimestampEcho)) * TcpDefaults.Millisecond);
        }
        else
        {
            // Unlike RFC 6298 §5.7, where a lost SYN without a sample makes the timeout three seconds: Linux, as here, keeps the initial one.
            _rto = RttEstimator.InitialRto;
        }

        _sent.RemoveFirst();
        RetransmittedOut = 0;
        TimeoutsEnd();
        _retransmissionStartedAt = 0;
        _sndWl1 = segment.SequenceNumber;
        _sndWl2 = segment.AcknowledgmentNumber;
        SndWnd = segment.Has(TcpFlags.Syn) ? segment.Window : (uint)segment.Window << _sndScale;
        _maxSndWnd = Math.Max(_maxSndWnd, SndWnd);

        // RFC 6928 §2, SYN: ten segments, but one after the SYN or its answer was lost more than once.
        Cwnd = again ? TcpDefaults.LossWindow : TcpDefaults.InitialWindow;
        ArmRetransmission();
    }

    private void BecomeEstablished()
    {
        State = TcpState.Established;
        _lastSentAt = _host.Now;
        _highestSacked = SndUna;
        _rackCursor = SndUna;
        _highSeq = SndUna;
        _rcvRttStartedAt = 0;
        _tuneStartedAt = _host.Now;
        _cwndUsageSequence = SndNxt;
        CongestionControl.OnEstablished(this);
        StartKeepAlive();
    }
}
