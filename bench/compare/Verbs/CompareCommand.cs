using System.CommandLine;
using Wavetank.Compare.Comparison;

namespace Wavetank.Compare.Verbs;

/// <summary>The command: without a verb it compares, and writes the page of results.</summary>
internal static class CompareCommand
{
    public static RootCommand Create()
    {
        var only = new Option<string[]>("--only") { Description = "Rows to run, by name or the beginning of one; see 'list'. Default: all.", HelpName = "NAME" };
        var runs = new Option<int>("--runs") { Description = "How often everything is run; medians are taken.", HelpName = "N", DefaultValueFactory = _ => 3 };
        var file = new Option<string?>("--out") { Description = "Where the results go. Default: bench/results.md, or the terminal with --only.", HelpName = "FILE" };
        var ns3Runs = new Option<int?>("--ns3-runs") { Description = "How often ns-3 is run, if not as often: it takes most of the time.", HelpName = "N" };
        var noNs3 = new Option<bool>("--no-ns3") { Description = "Leave ns-3 out." };
        var command = new RootCommand("Compares Wavetank with its peers: the same work on each of them, in turn in the same run.") { only, runs, ns3Runs, file, noNs3 };
        command.SetAction(parsed =>
        {
            int times = Math.Max(1, parsed.GetValue(runs));
            int ns3Times = parsed.GetValue(noNs3) ? 0 : Math.Clamp(parsed.GetValue(ns3Runs) ?? times, 0, times);
            return Compare(parsed.GetValue(only) ?? [], times, ns3Times, parsed.GetValue(file));
        });
        command.Subcommands.Add(ListVerb.Create());
        command.Subcommands.Add(RunVerb.Create());
        command.Subcommands.Add(AllocationsVerb.Create());
        command.Subcommands.Add(SpeedVerb.Create());
        command.Subcommands.Add(ParallelVerb.Create());
        return command;
    }

    private static int Compare(string[] only, int times, int ns3Times, string? file)
    {
        Row[] rows = [.. RowTable.Rows.Where(row => IsChosen(row.Name))];
        GrowthRow[] growth = [.. GrowthRow.Rows.Where(row => IsChosen(row.Name))];
        if (rows.Length + growth.Length == 0)
        {
            Console.Error.WriteLine($"There is no row '{string.Join(' ', only)}'. 'list' shows those that there are.");
            return 2;
        }

        if (ns3Times > 0 && rows.Any(row => row.Ns3 is { } program && !Ns3.Has(program.Split(' ')[0])))
        {
            Console.Error.WriteLine($"ns-3's programs are not all built; their columns stay empty. To get them: {Ns3.HowToGet}");
        }

        RunLog log = new Comparer(rows, growth, ns3Times, Console.Error).Run(times);
        string page = new ResultsPage(log, times, ns3Times).Write(rows, growth);
        if (file is null && only.Length > 0)
        {
            Console.Write(page);
        }
        else
        {
            file ??= Path.Combine(Checkout.Bench, "results.md");
            File.WriteAllText(file, page);
            Console.Error.WriteLine($"Written to {file}");
        }

        return 0;

        bool IsChosen(string name) => only.Length == 0 || only.Any(begin => name.StartsWith(begin, StringComparison.Ordinal));
    }
}
