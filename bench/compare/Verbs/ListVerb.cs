using System.CommandLine;
using Wavetank.Compare.Comparison;

namespace Wavetank.Compare.Verbs;

/// <summary><c>list</c>: the rows, and whether ns-3's side of them can be run.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var verb = new Command("list", "List the rows and who runs them.");
        verb.SetAction(_ =>
        {
            foreach (Row row in RowTable.Rows)
            {
                string ns3 = row.Ns3 is not { } command ? "" : Ns3.Has(command.Split(' ')[0]) ? ", ns-3" : ", ns-3 (not built)";
                Console.WriteLine($"{row.Name,-18} {row.Title} [Wavetank{ns3}{(row.Loopback is null ? "" : ", loopback")}]");
            }

            foreach (GrowthRow row in GrowthRow.Rows)
            {
                Console.WriteLine($"{row.Name,-18} {row.Title}, {row.Parameter}: {string.Join(", ", row.Sizes)}");
            }

            Console.WriteLine($"To get ns-3: {Ns3.HowToGet}");
        });
        return verb;
    }
}
