using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// BBR's allowance for acknowledgments that come in bunches, as from Wi-Fi or a receiver's offload: how many more segments than
/// the bandwidth explains were acknowledged since the bunch began; the most of the last five to ten rounds.
/// </summary>
/// <remarks>What Linux calls extra_acked, with its figures.</remarks>
internal struct BbrAggregation
{
    private const int RoundsOfHalf = 5;
    private const long MostSegments = 1 << 20;

    // At most a tenth of a second's worth.
    private const long MostTime = 100 * TcpDefaults.Millisecond;

    // The most of this half of the window, and of the one before.
    private int _most;
    private int _mostBefore;
    private int _rounds;
    private long _bunchStartedAt;
    private long _bunch;

    /// <summary>A bunch begins: after an idle time, too.</summary>
    public void Begin(long now)
    {
        _bunchStartedAt = now;
        _bunch = 0;
    }

    public void Look(TcpConnection connection, int delivered, long bandwidth, bool roundStarted)
    {
        if (roundStarted && ++_rounds >= RoundsOfHalf)
        {
            _rounds = 0;
            (_mostBefore, _most) = (_most, 0);
        }

        long expected = Segments(bandwidth, connection.Now - _bunchStartedAt);
        if (_bunch <= expected || _bunch + delivered >= MostSegments)
        {
            Begin(connection.Now);
            expected = 0;
        }

        _bunch += delivered;
        _most = Math.Max(_most, (int)Math.Min(_bunch - expected, connection.Cwnd));
    }

    /// <summary>Segments by which the window is to be larger than the model says.</summary>
    public readonly int Allowance(long bandwidth) => (int)Math.Min(Math.Max(_most, _mostBefore), Segments(bandwidth, MostTime));

    private static long Segments(long bandwidth, long time) => (long)((Int128)bandwidth * time / ((Int128)TcpDefaults.Second << Bbr.BandwidthShift));
}
