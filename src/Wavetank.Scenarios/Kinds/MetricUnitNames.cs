namespace Wavetank.Scenarios.Kinds;

/// <summary>Units in the words of results.json.</summary>
internal static class MetricUnitNames
{
    private static readonly (MetricUnit Unit, string Name)[] All =
    [
        (MetricUnit.Count, "count"),
        (MetricUnit.Size, "bytes"),
        (MetricUnit.Duration, "ns"),
        (MetricUnit.Rate, "bits per second"),
        (MetricUnit.Part, "part"),
        (MetricUnit.Mean, "mean"),
    ];

    /// <summary>All names.</summary>
    internal static IEnumerable<string> Names => All.Select(row => row.Name);

    /// <summary>The name of a unit.</summary>
    internal static string Of(MetricUnit unit) => Array.Find(All, row => row.Unit == unit).Name;

    /// <summary>The unit of a name; null where there is none such.</summary>
    internal static MetricUnit? Find(string name) => Array.Find(All, row => row.Name == name) is { Name: not null } found ? found.Unit : null;
}
