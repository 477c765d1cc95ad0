using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// BBR's search for a token-bucket policer: two intervals in a row, each from loss to loss, that lose much and deliver at one rate. That rate
/// is then sent at, without probing, for a while. Bandwidths are as <see cref="Bbr"/>'s.
/// </summary>
/// <remarks>What Linux calls long-term bandwidth, with its figures.</remarks>
internal struct BbrPolicer
{
    // An interval has 4 to 16 round trips, and loses 50/256 of what it delivers at least.
    private const int LeastRounds = 4;
    private const int MostRounds = 4 * LeastRounds;
    private const int LossShare = 50;
    private const int LossUnit = 256;

    // Two rates are one if they differ by an eighth, or by 4 kbit/s.
    private const int RateShare = 8;
    private const long RateDifference = 4000 / 8;

    private const int RoundsOfUse = 48;

    private long _bandwidth;
    private bool _isSampling;
    private long _startedAt;
    private long _deliveredBefore;
    private int _lostBefore;
    private int _rounds;

    /// <summary>The policer's rate; 0 where none was found.</summary>
    public readonly long Bandwidth => IsFound ? _bandwidth : 0;

    public bool IsFound { get; private set; }

    public void Reset(TcpConnection connection)
    {
        _bandwidth = 0;
        _isSampling = false;
        IsFound = false;
        BeginInterval(connection);
    }

    /// <summary>Looks at a sample.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="mode">What BBR is about.</param>
    /// <param name="roundStarted">Whether a round trip began.</param>
    /// <param name="lost">Whether something was lost.</param>
    /// <param name="applicationLimited">Whether the application was the limit.</param>
    /// <returns>Whether a rate was used long enough, so that probing is to begin again.</returns>
    public bool Look(TcpConnection connection, BbrMode mode, bool roundStarted, bool lost, bool applicationLimited)
    {
        if (IsFound)
        {
            if (mode == BbrMode.ProbeBandwidth && roundStarted && ++_rounds >= RoundsOfUse)
            {
                Reset(connection);
                return true;
            }

            return false;
        }

        if (!_isSampling)
        {
            if (!lost)
            {
                return false;
            }

            // A policer's tokens are used up when it drops.
            BeginInterval(connection);
            _isSampling = true;
        }

        _rounds += roundStarted ? 1 : 0;
        if (applicationLimited || _rounds > MostRounds)
        {
            Reset(connection);
        }
        else if (lost && _rounds >= LeastRounds)
        {
            EndInterval(connection);
        }

        return false;
    }

    private void EndInterval(TcpConnection connection)
    {
        long delivered = connection.Delivered - _deliveredBefore;
        long lost = connection.TotalLost - _lostBefore;
        long time = connection.DeliveredAt - _startedAt;
        if (delivered == 0 || lost * LossUnit < LossShare * delivered || time < TcpDefaults.Millisecond)
        {
            return;
        }

        long bandwidth = (long)(((Int128)delivered << Bbr.BandwidthShift) * TcpDefaults.Second / time);
        long difference = Math.Abs(bandwidth - _bandwidth);
        if (_bandwidth > 0 && (difference * RateShare <= _bandwidth || (difference * connection.SegmentBytes) >> Bbr.BandwidthShift <= RateDifference))
        {
            _bandwidth = (bandwidth + _bandwidth) / 2;
            _rounds = 0;
            IsFound = true;
            return;
        }

        _bandwidth = bandwidth;
        BeginInterval(connection);
    }

    private void BeginInterval(TcpConnection connection)
    {
        _startedAt = connection.DeliveredAt;
        _deliveredBefore = connection.Delivered;
        _lostBefore = connection.TotalLost;
        _rounds = 0;
    }
}
