using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of congestion controls; its rows are the stack's.</summary>
internal static class CongestionControlKinds
{
    internal static readonly KindTable<CongestionControlKind> Table = new(
        "congestion control",
        [.. HostTcp.CongestionControls.Select(row => new CongestionControlKind(row.Name, row.Summary))]);
}
