namespace Wavetank.Stack.Tcp.Sending;

/// <summary>
/// The retransmission timeout from round-trip times (RFC 9293 §3.8.1, RFC 6298), in nanoseconds and whole numbers, with Linux's refinements: the
/// floor of 200 ms stands above the smoothed time, not below the sum; the variation falls by a quarter a round trip at most; and
/// a sudden shorter time hardly raises it.
/// </summary>
internal struct RttEstimator(long minimumRto)
{
    /// <summary>RFC 6298 §2.1: the timeout before the first sample.</summary>
    public const long InitialRto = 1_000_000_000;

    /// <summary>RFC 6298 §2.5 allows any maximum of at least 60 s; this is Linux's.</summary>
    public const long MaximumRto = 120_000_000_000;

    // Four times the mean deviation, as RFC 6298's "4*RTTVAR" needs it; the largest of the current round trip; the smoothed one.
    private long _deviation;
    private long _roundDeviation;
    private long _variation;
    private uint _roundEnd;

    /// <summary>Smoothed round-trip time; 0 before the first sample.</summary>
    public long Smoothed { get; private set; }

    /// <summary>RTTVAR of RFC 6298.</summary>
    public readonly long Variation => _deviation / 4;

    /// <summary>The timeout without back-off.</summary>
    public readonly long Rto => Smoothed == 0 ? InitialRto : Math.Min(Smoothed + _variation, MaximumRto);

    /// <summary>Takes in a sample.</summary>
    /// <param name="sample">The round-trip time, in nanoseconds; at least 1.</param>
    /// <param name="sndUna">What is acknowledged so far.</param>
    /// <param name="sndNxt">What was sent so far: the end of the current round trip.</param>
    public void Add(long sample, uint sndUna, uint sndNxt)
    {
        if (Smoothed == 0)
        {
            // RFC 6298 §2.2: SRTT <- R, RTTVAR <- R/2.
            Smoothed = sample;
            _deviation = 2 * sample;
            _variation = Math.Max(_deviation, minimumRto);
            _roundDeviation = _variation;
            _roundEnd = sndNxt;
            return;
        }

        // RFC 6298 §2.3, alpha: 1/8. Unlike RFC 6298 §2.3, beta, which is always 1/4: a sample far below the mean moves the deviation by 1/32.
        long error = sample - Smoothed;
        Smoothed = Math.Max(1, Smoothed + (error >> 3));
        long excess = Math.Abs(error) - (_deviation >> 2);
        _deviation += error < 0 && excess > 0 ? excess >> 3 : excess;
        if (_deviation > _roundDeviation)
        {
            _roundDeviation = _deviation;
            _variation = Math.Max(_variation, _roundDeviation);
        }

        if (SequenceNumber.After(sndUna, _roundEnd))
        {
            if (_roundDeviation < _variation)
            {
                _variation -= (_variation - _roundDeviation) >> 2;
            }

            _roundEnd = sndNxt;
            _roundDeviation = minimumRto;
        }
    }
}
