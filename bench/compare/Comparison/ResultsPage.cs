using System.Text;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Comparison;

/// <summary>Writes <c>bench/results.md</c>.</summary>
internal sealed class ResultsPage(RunLog log, int times, int ns3Times)
{
    private readonly StringBuilder _text = new();

    public string Write(IReadOnlyList<Row> rows, IReadOnlyList<GrowthRow> growth)
    {
        _text.AppendLine($"""
            # Results

            Written by `dotnet run -c Release --project bench/compare`. How it is measured: [README.md](README.md). Why a
            goal is missed: [profile.md](profile.md).

            {Machine.Text(ns3Times > 0)}. Medians of {times} {(times == 1 ? "run" : "runs")}{(ns3Times < times ? $" ({ns3Times} of ns-3)" : "")}; all sides in turn in the same run, each as a process of
            its own. CPU time is user and system time of all threads. *Quoted* figures were measured elsewhere. Ratios above 1 mean that Wavetank is that many times as good.
            """);
        AddGoals(rows);
        AddCosts(rows);
        new AgreementTable(log, _text).Add(rows);
        new GrowthTable(log, _text).Add(growth);
        AddMissing(rows);
        return _text.ToString();
    }

    private void AddGoals(IReadOnlyList<Row> rows)
    {
        _text.AppendLine("""

            ## Rows

            | row | unit | Wavetank | ns-3 | ratio | loopback | ratio | quoted | ratio | goal | met |
            |---|---|---|---|---|---|---|---|---|---|---|
            """);
        foreach (Row row in rows)
        {
            double ours = row.Measure.Of(log.Median(row.Name, Side.Wavetank)!);
            double? ns3 = Of(row, Side.Ns3), loopback = Of(row, Side.Loopback);
            string quoted = row.Quoted is { } peer ? $"{Numbers.Short(peer.Value)} ({peer.Peer})" : "-";
            _text.AppendLine(
                $"| {row.Title} | {row.Measure.Unit} | {Numbers.Short(ours)} | {Numbers.Short(ns3)} | {Ratio(row, ours, ns3)} | {Numbers.Short(loopback)} "
                + $"| {Ratio(row, ours, loopback)} | {quoted} | {Ratio(row, ours, row.Quoted?.Value)} | {row.Goal.Text(row.Measure)} | {row.Goal.Verdict(row.Measure, ours, ns3)} |");
        }
    }

    private void AddCosts(IReadOnlyList<Row> rows)
    {
        _text.AppendLine("""

            ## What the runs took

            Peak memory is the process's (VmHWM): with .NET's runtime, compiler and heap, which start at about 40 MiB. Spread is the
            most CPU time of the runs to the least.

            | row | side | CPU s | of it system | wall s | spread | peak MiB | packets per CPU s | events per CPU s |
            |---|---|---|---|---|---|---|---|---|
            """);
        foreach (Row row in rows)
        {
            foreach (Side side in Enum.GetValues<Side>())
            {
                if (log.Median(row.Name, side) is not { } run)
                {
                    continue;
                }

                _text.AppendLine(
                    $"| {row.Name} | {side} | {Numbers.Short(run.CpuSeconds)} | {Numbers.Short(run["run_sys_s"])} | {Numbers.Short(run["run_wall_s"])} "
                    + $"| {Numbers.Short(log.Spread(row.Name, side))} | {Numbers.Short(run["peak_rss_mib"])} | {PerSecond(run, "link_packets")} | {PerSecond(run, "events")} |");
            }
        }
    }

    private void AddMissing(IReadOnlyList<Row> rows)
    {
        string[] missing = [.. rows.Where(row => row.Ns3 is not null && !log.Has(row.Name, Side.Ns3)).Select(row => row.Name)];
        if (missing.Length > 0)
        {
            _text.AppendLine().AppendLine($"Without ns-3: {string.Join(", ", missing)}. To get it: `{Ns3.HowToGet}`.");
        }
    }

    private double? Of(Row row, Side side) => log.Median(row.Name, side) is { } run ? row.Measure.Of(run) : null;

    private static string Ratio(Row row, double ours, double? theirs) =>
        theirs is { } known ? $"**{Numbers.Short(row.Measure.Ratio(ours, known))}**" : "-";

    private static string PerSecond(Figures run, string name) =>
        run.TryGet(name) is > 0 and { } count ? Numbers.Short(count / run.CpuSeconds) : "-";
}
