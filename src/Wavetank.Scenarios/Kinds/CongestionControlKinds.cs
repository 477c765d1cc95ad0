using Wavetank.Devices;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The table of congestion controls; its rows are the stack's, with those that users added there.</summary>
internal static class CongestionControlKinds
{
    private static readonly Lock Following = new();

    private static readonly KindTable<CongestionControlKind> Known = new("congestion control");

    internal static KindTable<CongestionControlKind> Table
    {
        get
        {
            lock (Following)
            {
                foreach (CongestionControlDescription row in HostTcp.CongestionControls.Skip(Known.Rows.Count))
                    Known.Add(new CongestionControlKind(row.Name, row.Summary));
            }

            return Known;
        }
    }
}
