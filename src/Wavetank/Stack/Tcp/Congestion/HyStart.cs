using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Congestion;

/// <summary>
/// HyStart++ (RFC 9406): leaves slow start when the round-trip time begins to rise, by way of a few rounds of slower growth that
/// take it back if the rise was noise.
/// </summary>
/// <remarks>A part of its congestion control: never copy it.</remarks>
internal struct HyStart()
{
    // RFC 9406 §4.3.
    private const long LeastThreshold = 4 * TcpDefaults.Millisecond;
    private const long MostThreshold = 16 * TcpDefaults.Millisecond;
    private const int SamplesPerRound = 8;
    private const int GrowthDivisor = 4;
    private const int ConservativeRounds = 5;

    private uint _roundEnd;
    private bool _inRound;
    private long _lastRoundMinimum = long.MaxValue;
    private long _roundMinimum = long.MaxValue;
    private int _samples;
    private long _baseline;
    private int _conservativeLeft;
    private int _fraction;

    private readonly bool IsConservative => _conservativeLeft > 0;

    public void Reset()
    {
        _inRound = false;
        _conservativeLeft = 0;
        _lastRoundMinimum = _roundMinimum = long.MaxValue;
        _samples = 0;
    }

    public void OnRtt(TcpConnection connection, long rtt)
    {
        if (connection.Cwnd >= connection.Ssthresh)
        {
            return;
        }

        if (!_inRound || SequenceNumber.After(connection.SndUna, _roundEnd))
        {
            BeginRound(connection);
            if (connection.Cwnd >= connection.Ssthresh)
            {
                return;
            }
        }

        _roundMinimum = Math.Min(_roundMinimum, rtt);
        _samples++;
        if (_samples < SamplesPerRound || _roundMinimum == long.MaxValue)
        {
            return;
        }

        if (IsConservative)
        {
            if (_roundMinimum < _baseline)
            {
                _conservativeLeft = 0;
            }
        }
        else if (_lastRoundMinimum != long.MaxValue)
        {
            long threshold = Math.Clamp(_lastRoundMinimum / 8, LeastThreshold, MostThreshold);
            if (_roundMinimum >= _lastRoundMinimum + threshold)
            {
                _baseline = _roundMinimum;
                _conservativeLeft = ConservativeRounds;
            }
        }
    }

    /// <summary>What an acknowledgment may add to the window.</summary>
    public int Limit(int delivered)
    {
        // RFC 9406 §4.2 recommends L = 8 without pacing; as in Linux's slow start, an acknowledgment counts for all that it acknowledges.
        if (!IsConservative)
        {
            return delivered;
        }

        _fraction += delivered;
        int grown = _fraction / GrowthDivisor;
        _fraction %= GrowthDivisor;
        return grown;
    }

    private void BeginRound(TcpConnection connection)
    {
        _inRound = true;
        _roundEnd = connection.SndNxt;
        _lastRoundMinimum = _roundMinimum;
        _roundMinimum = long.MaxValue;
        _samples = 0;
        if (IsConservative && --_conservativeLeft == 0)
        {
            // RFC 9406 §4.2: the conservative phase is over: congestion avoidance.
            connection.Ssthresh = connection.Cwnd;
        }
    }
}
