using System.Collections.Concurrent;
using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of congestion controls; its rows are the stack's, with those that users added to them.</summary>
internal static class CongestionControlKinds
{
    // One object for each row, so that the same name is always the same kind.
    private static readonly ConcurrentDictionary<string, CongestionControlKind> Known = new(StringComparer.Ordinal);

    internal static readonly KindTable<CongestionControlKind> Table = new("congestion control", Rows);

    private static IReadOnlyList<CongestionControlKind> Rows() =>
        [.. HostTcp.CongestionControls.Select(row => Known.GetOrAdd(row.Name, static (name, summary) => new CongestionControlKind(name, summary), row.Summary))];
}
