using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>The bounds of a comparison: one for all metrics that can get better or worse, and those of single ones.</summary>
internal sealed class Bounds
{
    private readonly List<(MetricPattern Pattern, Bound Bound)> _single = [];

    /// <summary>The bound of all that have none of their own; null for none.</summary>
    internal Bound? Default { get; private set; }

    /// <summary>Whether there is any.</summary>
    internal bool Any => Default is not null || _single.Count > 0;

    /// <summary>The patterns of those that are for single metrics.</summary>
    internal IEnumerable<MetricPattern> Patterns => _single.Select(row => row.Pattern);

    /// <summary>Reads one: <c>5%</c> or <c>client.round-trip.p99=10%</c>. Of two for the same metric the last counts.</summary>
    internal bool TryAdd(string text, out string? problem)
    {
        int equals = text.LastIndexOf('=');
        if (equals == 0)
        {
            problem = $"takes a bound such as 5%, or METRIC=5%, not '{text}'";
            return false;
        }

        if (!Bound.TryParse(text[(equals + 1)..], out Bound? bound, out problem))
            return false;
        if (equals > 0)
        {
            _single.Add((new MetricPattern(text[..equals].Trim()), bound!));
            return true;
        }

        if (bound!.Part is null)
        {
            problem = $"takes a part such as 5% for all metrics, not '{text}'; an amount is for one metric: METRIC={text}";
            return false;
        }

        Default = bound;
        return true;
    }

    /// <summary>The bound that was given for a metric by name; null for none.</summary>
    internal Bound? OwnOf(Metric metric) => _single.LastOrDefault(row => row.Pattern.Matches(metric)).Bound;
}
