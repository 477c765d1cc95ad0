using Wavetank.Scenarios.Report;

namespace Wavetank.Studies.Sweeping.Results;

/// <summary>The sweep's page: one file that opens from a disk, drawn from the JSON within it.</summary>
internal static class SweepPage
{
    private static PageTemplate Template => field ??= PageTemplate.Load(typeof(SweepPage).Assembly, "sweep.html");

    /// <param name="sweep">The sweep.</param>
    /// <param name="stream">Where to; it is left open.</param>
    /// <param name="first">Patterns of the metrics that stand first; those that differ most visibly where there are none.</param>
    /// <param name="serve">Where reports of runs can be had; null where the page is a file.</param>
    internal static void Write(SweepResults sweep, Stream stream, IReadOnlyList<string> first, string? serve = null)
    {
        IReadOnlyList<MetricRecord> chosen = MetricChoice.Of(sweep, first);
        Template.Write(stream, json => SweepJson.Write(sweep, json, [.. chosen, .. sweep.Metrics.Except(chosen)], serve));
    }
}
