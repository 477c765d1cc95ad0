using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>How the congestion window moves: proportional rate reduction (RFC 6937) in a recovery, the congestion control elsewhere.</summary>
internal sealed partial class TcpConnection
{
    private int _prrDelivered;
    private int _prrOut;
    private bool _sendNewFirst;

    private void BeginWindowReduction()
    {
        _priorCwnd = Cwnd;
        _prrDelivered = 0;
        _prrOut = 0;
        _probeEnd = null;
        CwndCount = 0;
        _highSeq = SndNxt;
        Ssthresh = CongestionControl.SlowStartThreshold(this);
        QueueCwr();
    }

    /// <summary>The window is reduced without a loss, for an ECN echo (RFC 3168 §6.1.2).</summary>
    private void EnterWindowReduced()
    {
        _priorSsthresh = 0;
        if (Recovery < RecoveryState.WindowReduced)
        {
            _undoMarked = false;
            BeginWindowReduction();
            Recovery = RecoveryState.WindowReduced;
        }
    }

    private void EndWindowReduction()
    {
        if (CongestionControl.ControlsWindow)
        {
            return;
        }

        // RFC 6937 §3, RFC 5681 §3.2, (6): at the end cwnd is ssthresh, unless the reduction was taken back.
        if (Ssthresh < int.MaxValue && (_undoMarked || Recovery == RecoveryState.WindowReduced))
        {
            Cwnd = Ssthresh;
        }
    }

    private void ControlCongestion(ref AckContext context)
    {
        if (CongestionControl.ControlsWindow)
        {
            CompleteRateSample(ref context);
            CongestionControl.OnSample(this, in context);
            return;
        }

        if (context.Rtt > 0)
        {
            CongestionControl.OnRtt(this, context.Rtt);
        }

        CongestionControl.OnDelivered(this, context.Delivered, context.Has(AckFacts.EcnEcho));
        CompleteRateSample(ref context);
        if (InWindowReduction)
        {
            ReduceProportionally(ref context);
        }
        else if (context.Acked > 0 || (_reordering > TcpDefaults.DuplicateThreshold && context.Delivered > 0))
        {
            CongestionControl.OnAck(this, context.Delivered);
        }
    }

    /// <summary>RFC 6937 §3, with the slow-start reduction bound (and RFC 6937bis's choice of bound by progress).</summary>
    private void ReduceProportionally(ref AckContext context)
    {
        if (context.Delivered <= 0 || _priorCwnd == 0)
        {
            return;
        }

        int inFlight = SegmentsInFlight;
        int delta = Ssthresh - inFlight;
        int send;
        _prrDelivered += context.Delivered;
        if (delta < 0)
        {
            long quota = ((long)Ssthresh * _prrDelivered) + _priorCwnd - 1;
            send = (int)(quota / _priorCwnd) - _prrOut;
        }
        else
        {
            send = Math.Max(_prrDelivered - _prrOut, context.Delivered);
            if (context.Has(AckFacts.Advanced) && context.Lost == 0)
            {
                send++;
            }

            send = Math.Min(delta, send);
        }

        // The first retransmission always goes.
        send = Math.Max(send, _prrOut > 0 ? 0 : 1);
        Cwnd = inFlight + send;
    }
}
