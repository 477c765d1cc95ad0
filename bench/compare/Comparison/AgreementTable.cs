using System.Text;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Comparison;

/// <summary>Shows that both sides did the same: packets, goodput, drops, and what else both give.</summary>
internal sealed class AgreementTable(RunLog log, StringBuilder text)
{
    /// <summary>How far goodput may lie apart where both do the same.</summary>
    private const double Tolerance = 0.02;

    private static readonly (string Figure, string Words)[] Shown =
    [
        ("goodput", "goodput, Mbit/s"),
        ("link_packets", "link packets"),
        ("bottleneck_drops", "drops"),
        ("mean_queue", "mean queue, packets"),
        ("requests", "requests"),
        ("rounds", "round trips"),
        ("app_bytes", "bytes"),
        ("mean_latency_ms", "mean latency, ms"),
        ("mean_wait_ms", "mean wait, ms"),
    ];

    public void Add(IReadOnlyList<Row> rows)
    {
        text.AppendLine($"""

            ## Do both sides do the same?

            Goodput (application bytes over simulated time) has to agree within {Tolerance * 100:0} %. Where another figure differs by more, the last column
            says why.

            | row | figure | Wavetank | the other | which | difference | agrees | why not the same |
            |---|---|---|---|---|---|---|---|
            """);
        foreach (Row row in rows)
        {
            if (log.Median(row.Name, Side.Wavetank) is not { } ours || row.Name == "events")
            {
                continue;
            }

            if (log.Median(row.Name, Side.Ns3) is { } ns3)
            {
                Add(row, ours, ns3, "ns-3", row.Differences);
            }

            if (log.Median(row.Name, Side.Loopback) is { } loopback)
            {
                Add(row, ours, loopback, "loopback", "");
            }
        }
    }

    private void Add(Row row, Figures ours, Figures theirs, string side, string why)
    {
        string name = row.Name;
        foreach ((string figure, string words) in Shown)
        {
            bool isGoodput = figure == "app_bytes" && theirs.TryGet("sim_s") is not null;
            if (isGoodput || Of(ours, figure) is not { } one || Of(theirs, figure) is not { } other)
            {
                continue;
            }

            double difference = other == 0 ? 0 : (one / other) - 1;
            string agrees = Math.Abs(difference) <= Tolerance ? "yes" : figure == "goodput" ? "**no**" : "no";
            text.AppendLine($"| {name} | {words} | {Value(one)} | {Value(other)} | {side} | {Numbers.Percent(difference)} | {agrees} | {why} |");
            name = why = "";
        }
    }

    // On the loopback time is real, and bytes are what can be compared.
    private static double? Of(Figures run, string figure) =>
        figure == "goodput" ? run.TryGet("app_bytes") * 8e-6 / run.TryGet("sim_s") : run.TryGet(figure);

    private static string Value(double value) => value >= 1000 ? Numbers.Whole(value) : Numbers.Short(value);
}
