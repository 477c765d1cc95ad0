using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>When timeouts have gone on for long enough (RFC 9293 §3.8.3, (c), RFC 5482 §3).</summary>
internal sealed partial class TcpConnection
{
    /// <summary>
    /// RFC 9293 §3.8.3, (c), SHLD-11 and MUST-22: when to give up. A SYN after a count of retries; data after the time that the count would take with
    /// a timeout of 200 ms doubled up to two minutes, as Linux counts it (15 retries: 924.6 s).
    /// </summary>
    private bool HasTriedEnough()
    {
        if (State == TcpState.SynSent)
        {
            return HasTriedSynEnough();
        }

        if (IsHalfOpen)
        {
            return _retransmits >= (Is(ConnectionFlags.Passive) ? Settings.SynAckRetries : Settings.SynRetries);
        }

        int retries = Is(ConnectionFlags.Orphaned) ? Math.Min(TcpDefaults.OrphanRetries, Settings.DataRetries) : Settings.DataRetries;
        return _retransmits > 0
            && (UserTimeoutPassed(_timeoutsStartedAt) || _host.Now - _timeoutsStartedAt >= TimeOfRetries(retries));
    }

    /// <summary>RFC 5482 §3; as Linux, counted from the first retransmission or the first probe.</summary>
    private bool UserTimeoutPassed(long since)
    {
        long limit = ToNanoseconds(Settings.UserTimeout);
        return limit > 0 && _host.Now - since >= limit;
    }

    /// <summary>No wait goes beyond the end of the user timeout (RFC 9293 §3.10.8 USER TIMEOUT).</summary>
    private long CutToUserTimeout(long delay, long since)
    {
        long limit = ToNanoseconds(Settings.UserTimeout);
        return limit == 0 ? delay : Math.Min(delay, Math.Max(since + limit - _host.Now, TcpDefaults.Millisecond));
    }

    private static long TimeOfRetries(int retries)
    {
        const long Base = 200 * TcpDefaults.Millisecond;
        const int Doublings = 9;
        return retries <= Doublings
            ? ((2L << retries) - 1) * Base
            : (((2L << Doublings) - 1) * Base) + ((retries - Doublings) * RttEstimator.MaximumRto);
    }
}
