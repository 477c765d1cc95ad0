using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Checking;

/// <summary>An application that has a problem of its own: what is known of it nevertheless.</summary>
/// <param name="Name">What it would be called; null when nothing is known.</param>
/// <param name="On">The device it names, as written; null when nothing is known.</param>
/// <param name="Kind">What it runs; null when that is not known.</param>
internal sealed record BrokenApplication(string? Name, string? On, ApplicationKind? Kind)
{
    /// <summary>An application of which nothing is known.</summary>
    internal static readonly BrokenApplication Unknown = new(null, null, null);

    /// <summary>What it may measure. Of an unknown kind that is whatever any kind measures.</summary>
    internal IEnumerable<MetricKind> Metrics => Kind?.Metrics ?? ApplicationKinds.Table.Rows.SelectMany(kind => kind.Metrics);
}
