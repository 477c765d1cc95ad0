using Wavetank.Scenarios.Kinds;

namespace Wavetank.Cli.Tables;

/// <summary>Something that a scenario may name.</summary>
/// <param name="Name">How it is written.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Options">What may be set.</param>
/// <param name="Metrics">What it measures.</param>
internal sealed record CatalogRow(string Name, string Summary, IReadOnlyList<Key> Options, IReadOnlyList<MetricKind> Metrics);
