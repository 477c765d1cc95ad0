namespace Wavetank.Tables.Tests.Support;

/// <summary>What theory says, for the conditions under which it says it. Windows are in segments, buffers in bandwidth-delay products.</summary>
internal static class ClosedForms
{
    /// <summary>
    /// Reno's mean window where every 1/p-th packet is lost: sqrt(3/2p), which is 1.22/sqrt(p) (Mathis, Semke, Mahdavi, Ott, "The
    /// macroscopic behavior of the TCP congestion avoidance algorithm", 1997); RFC 9438, section 5.1, rounds it to 1.2.
    /// </summary>
    internal static double RenoPeriodic(double loss) => 1.2 / Math.Sqrt(loss);

    /// <summary>
    /// Reno's mean window over time where each packet is lost with probability p: 1.31/sqrt(p) (Ott, Kemperman, Mathis, "The stationary
    /// behavior of ideal TCP congestion avoidance", 1996). Ideal: a loss costs no more than half of the window, never a timeout.
    /// </summary>
    internal static double RenoRandom(double loss) => 1.31 / Math.Sqrt(loss);

    /// <summary>RFC 9438, section 5.1, and its tables 1 and 2: with C = 0.4 and beta = 0.7, and where that is more, as Reno.</summary>
    internal static double CubicPeriodic(double loss, double rtt) => Math.Max(RenoPeriodic(loss), 1.054 * Math.Pow(rtt / loss, 0.75));

    /// <summary>
    /// How much of a link one Reno flow uses through a drop-tail buffer of b bandwidth-delay products: its window moves between (1 + b)/2 and
    /// 1 + b, by one segment a round trip while the link has room, and more slowly as the queue makes round trips longer.
    /// </summary>
    internal static double RenoUtilisation(double buffer) =>
        buffer >= 1 ? 1 : 0.75 * Square(1 + buffer) / (1 + buffer + Square(buffer));

    /// <summary>The mean queue of the same sawtooth, in bandwidth-delay products: 5/9 for a buffer of one.</summary>
    internal static double RenoMeanQueue(double buffer)
    {
        if (buffer >= 1)
        {
            return (7.0 / 9 * (1 + buffer)) - 1;
        }

        double area = ((Cube(1 + buffer) - 1) / 3) - ((Square(1 + buffer) - 1) / 2);
        return 2 * area / (1 + buffer + Square(buffer));
    }

    /// <summary>Segments that slow start has delivered by the end of a round, from an initial window of ten (RFC 6928, RFC 5681 §3.1).</summary>
    internal static long SlowStartSegments(int rounds) => 10 * ((1L << rounds) - 1);

    /// <summary>
    /// Seconds from a connect call to the last byte of a transfer in slow start, where nothing but the delay takes time: one round trip for
    /// the handshake, one for each round but the last, and half of one for the last.
    /// </summary>
    internal static double SlowStartTime(long segments, double rtt)
    {
        int rounds = 1;
        while (SlowStartSegments(rounds) < segments)
        {
            rounds++;
        }

        return (rounds + 0.5) * rtt;
    }

    /// <summary>The part of a full packet that is payload.</summary>
    /// <param name="mtu">The packet, from the IP header on.</param>
    /// <param name="ipHeader">20 bytes for IPv4, 40 for IPv6; TCP's has 20, and its timestamps 12 (RFC 7323 appendix A).</param>
    internal static double PayloadShare(int mtu, int ipHeader = 20) => (mtu - ipHeader - 32) / (double)mtu;

    /// <summary>Jain's index of fairness: 1 where all get the same, 1/n where one gets all (Jain, Chiu, Hawe 1984).</summary>
    internal static double Jain(params ReadOnlySpan<double> shares)
    {
        double sum = 0;
        double squares = 0;
        foreach (double share in shares)
        {
            sum += share;
            squares += Square(share);
        }

        return Square(sum) / (shares.Length * squares);
    }

    private static double Square(double value) => value * value;

    private static double Cube(double value) => value * value * value;
}
