namespace Wavetank.Studies.Sweeping.Results;

/// <summary>A metric that runs of the sweep measured.</summary>
/// <param name="Name">As expectations name it: <c>client.round-trip.p99</c>.</param>
/// <param name="Unit">Its base unit, by its name in files: <c>ns</c>.</param>
/// <param name="Better"><c>lower</c> or <c>higher</c>; null where it depends.</param>
/// <param name="Summary">What it is.</param>
internal sealed record MetricRecord(string Name, string Unit, string? Better, string Summary);
