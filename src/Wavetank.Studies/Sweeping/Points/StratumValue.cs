namespace Wavetank.Studies.Sweeping.Points;

/// <summary>A value in one of the strata of a range, with as few digits as keep it there.</summary>
internal static class StratumValue
{
    private const int FewestDigits = 3, MostDigits = 15;

    /// <param name="range">The range.</param>
    /// <param name="stratum">Which, from 0.</param>
    /// <param name="strata">How many the range has.</param>
    /// <param name="within">Where in the stratum, 0 to 1.</param>
    internal static Quantity Draw(ParameterRange range, int stratum, int strata, double within)
    {
        decimal value = At(range, (stratum + within) / strata);
        if (range.IsCount)
            return range.Low.With(Math.Min(decimal.Floor(value), range.High.Value));

        decimal from = At(range, (double)stratum / strata), to = At(range, (stratum + 1.0) / strata);
        for (int digits = FewestDigits; digits <= MostDigits; digits++)
        {
            decimal rounded = Rounded(value, digits);
            if (range.Low.IsWhole)
                rounded = decimal.Round(rounded);
            if (rounded >= from && rounded < to)
                return range.Low.With(rounded);
        }

        // A stratum so narrow that no number of the unit lies in it.
        return range.Low.With(range.Low.IsWhole ? Math.Clamp(decimal.Round(value), range.Low.Value, range.High.Value) : Math.Clamp(value, from, to));
    }

    /// <summary>The value at a part of the range. A count's range reaches to the end of its last number.</summary>
    internal static decimal At(ParameterRange range, double part)
    {
        decimal low = range.Low.Value, high = range.High.Value + (range.IsCount ? 1 : 0);
        return range.IsLogarithmic
            ? low * (decimal)Power((double)(high / low), part)
            : low + (high - low) * (decimal)part;
    }

    // Out of square roots alone, whose last bit is the same on every machine, as that of Math.Pow is not.
    private static double Power(double ratio, double part)
    {
        double result = part >= 1 ? ratio : 1, root = ratio;
        for (part = part >= 1 ? 0 : part; part > 0;)
        {
            root = Math.Sqrt(root);
            part *= 2;
            if (part < 1)
                continue;
            result *= root;
            part -= 1;
        }

        return result;
    }

    private static decimal Rounded(decimal value, int digits)
    {
        decimal unit = 1;
        while (value / unit >= 10)
            unit *= 10;
        while (value != 0 && value / unit < 1)
            unit /= 10;
        unit /= Power10(digits - 1);
        return unit == 0 ? value : decimal.Round(value / unit) * unit;
    }

    private static decimal Power10(int exponent)
    {
        decimal power = 1;
        for (int i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }
}
