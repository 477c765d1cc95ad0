using Spectre.Console;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>Packets that devices dropped themselves; a group of devices is one row.</summary>
internal static class DropTable
{
    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        var table = new PlainTable("Dropped at devices", Column.Name("device"), Column.Words("dropped"));
        foreach (IGrouping<string, DeviceDrops> group in result.Drops.GroupBy(device => device.Group))
        {
            IReadOnlyList<DropCount> sum = DropCount.List(reason => group.Sum(device => device.Packets(reason)));
            table.Add(group.Key, LinkTable.Describe(sum));
        }

        table.Write(console);
    }
}
