namespace Wavetank.Compare.Comparison;

/// <summary>What a row has to reach.</summary>
/// <param name="Bound">The worst number that meets it, in the unit of the row's measure.</param>
/// <param name="TimesNs3">How many times as good as ns-3 it has to be in the same run; 0 where that is no goal.</param>
internal sealed record Goal(double Bound, double TimesNs3 = 0)
{
    /// <summary>What is asked for, in words.</summary>
    public string Text(Measure measure)
    {
        string bound = $"{(measure.MoreIsBetter ? "at least" : "at most")} {Numbers.Short(Bound)}";
        return TimesNs3 == 0 ? bound : $"{bound}; {TimesNs3:0} x ns-3";
    }

    /// <summary>Whether it is met, each part for itself.</summary>
    public string Verdict(Measure measure, double ours, double? ns3)
    {
        string bound = (measure.MoreIsBetter ? ours >= Bound : ours <= Bound) ? "yes" : $"**no**, {Numbers.Short(measure.Ratio(ours, Bound))} of it";
        if (TimesNs3 == 0)
        {
            return bound;
        }

        string times = ns3 is not { } theirs ? "not measured" : measure.Ratio(ours, theirs) >= TimesNs3 ? "yes" : "**no**";
        return $"{bound}; {times}";
    }
}
