using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>A figure of a run, by the name that an expectation gives it: <c>client.round-trip.p99</c>.</summary>
/// <param name="Name">The name: words joined by dots.</param>
/// <param name="Unit">What it is measured in.</param>
/// <param name="Better">Whether less or more of it is better.</param>
/// <param name="Summary">One sentence that says what it is; empty where nothing is known but its name.</param>
public sealed record Metric(string Name, MetricUnit Unit, Better Better, string Summary = "")
{
    /// <summary>The name under which an expectation may ask for it, too: <c>voice-receiver.mos</c> for <c>callee.mos</c>; null for none.</summary>
    internal string? Alias { get; init; }

    /// <summary>
    /// Whether it is a percentile, or the least or greatest, of what was measured many times in a run. Such figures are far from normally
    /// distributed over seeds.
    /// </summary>
    public bool IsPercentile
    {
        get
        {
            string last = Name[(Name.LastIndexOf('.') + 1)..];
            return last is "min" or "max" || (last.Length > 1 && last[0] == 'p' && last.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
        }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
