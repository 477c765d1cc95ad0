namespace Wavetank.Links.Queues;

/// <summary>The formulas of RED: how the average follows the queue, and what it says.</summary>
internal static class RedCurve
{
    /// <summary>
    /// The largest weight 2^-n with which so many packets that come at once to an empty queue leave the average below the minimum
    /// (Floyd, Jacobson 1993, §6, inequality 3).
    /// </summary>
    /// <param name="burst">Packets that come at once.</param>
    /// <param name="minimum">The minimum in average packets.</param>
    public static double Weight(int burst, double minimum)
    {
        double weight = 0.5;
        for (int n = 1; n < 31 && burst + 1 + ((Power(1 - weight, burst + 1) - 1) / weight) >= minimum; n++)
        {
            weight /= 2;
        }

        return weight;
    }

    /// <summary>The average after so many average packets' time without any (the same, §4).</summary>
    public static double AfterIdle(double average, double weight, long packets) => average * Power(1 - weight, packets);

    /// <summary>The probability p_b that an average of so many bytes gives: 0 below the minimum, 1 where all are dropped.</summary>
    public static double Probability(double average, RedQueueOptions options, double most)
    {
        if (average < options.Minimum)
        {
            return 0;
        }

        if (average < options.Maximum)
        {
            return most * (average - options.Minimum) / (options.Maximum - options.Minimum);
        }

        return options.Gentle && average < 2.0 * options.Maximum
            ? most + ((1 - most) * (average - options.Maximum) / options.Maximum)
            : 1;
    }

    /// <summary>
    /// The probability p_a with which gaps between marked packets are spread evenly over 1 to 1/p_b (the same, §7, method 2).
    /// </summary>
    /// <param name="probability">p_b.</param>
    /// <param name="count">Packets that were spared since the last one that was marked.</param>
    public static double Spread(double probability, long count)
    {
        double rest = 1 - (count * probability);
        return rest <= probability ? 1 : probability / rest;
    }

    // By squaring: products are the same on every machine, the platform's power is not.
    private static double Power(double value, long exponent)
    {
        double power = 1;
        for (long left = Math.Max(0, exponent); left > 0 && power > 0; left >>= 1, value *= value)
        {
            if ((left & 1) == 1)
            {
                power *= value;
            }
        }

        return power;
    }
}
