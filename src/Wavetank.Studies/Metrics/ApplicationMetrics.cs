using System.Text.Json;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Studies.Metrics;

/// <summary>The metrics of applications. One that is alone on its host or group goes by that name, as in <c>client.errors</c>.</summary>
internal static class ApplicationMetrics
{
    internal static void Add(JsonElement root, MetricList metrics)
    {
        JsonElement[] applications = [.. root.Objects("applications")];
        string?[] places = [.. applications.Select(application => application.Text("on"))];
        string?[] names = [.. applications.Select(application => application.Text("name"))];
        HashSet<string?> taken = [.. places, .. root.Objects("links").Select(link => link.Text("name"))];
        ILookup<string, double> retransmissions = Retransmissions(root);
        for (int i = 0; i < applications.Length; i++)
        {
            if (places[i] is not { } on || names[i] is not { } name)
                continue;

            // An expectation finds a device first, then an application; of several on a device it takes the sum, which is not in the document.
            bool isAlone = places.Count(place => place == on) == 1;
            string? ownName = !taken.Contains(name) && names.Count(other => other == name) == 1 ? name : null;
            (string subject, string? alias) = isAlone ? (on, ownName) : (ownName ?? $"{on}/{name}", null);
            Add(applications[i], subject, alias, retransmissions, metrics);
        }
    }

    private static void Add(JsonElement application, string subject, string? alias, ILookup<string, double> retransmissions, MetricList metrics)
    {
        foreach (MetricKind kind in KindsOf(application))
        {
            if (kind.HasStatistics)
                metrics.AddStatistics(subject, alias, kind, application.Object("roundTrip"));
            else
                metrics.Add(subject, alias, kind, Measure(application, kind.Name, retransmissions));
        }
    }

    private static double? Measure(JsonElement application, string name, ILookup<string, double> retransmissions) => name switch
    {
        "count" or "bytes" or "errors" => application.Number(name),
        "goodput" => application.Number("goodputBitsPerSecond"),
        "retransmissions" => application.Objects("hosts").Select(host => host.Text("host") ?? "").Distinct().Sum(host => retransmissions[host].Sum()),
        _ => application.Object("figures")?.Number(name),
    };

    /// <summary>What the application's kind measures; of a kind that is not known here, what it did measure.</summary>
    private static IEnumerable<MetricKind> KindsOf(JsonElement application)
    {
        if (application.Text("kind") is { } kind && ScenarioTables.Applications.Find(kind) is { } known)
            return known.Metrics;

        return application.Object("figures") is { } figures
            ? SharedMetrics.All.Concat(figures.EnumerateObject().Select(figure => new MetricKind(figure.Name, "", MetricUnit.Mean, Better.Neither)))
            : SharedMetrics.All;
    }

    /// <summary>Segments sent again, by the host that sent them.</summary>
    private static ILookup<string, double> Retransmissions(JsonElement root) => root.Objects("flows").ToLookup(
        flow => flow.Text("from") is { } from && from.LastIndexOf(':') is > 0 and var end ? from[..end] : "",
        flow => flow.Number("retransmissions") ?? 0,
        StringComparer.Ordinal);
}
