using Wavetank.Links;
using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Tables.Tests.Support;

namespace Wavetank.Tables.Tests;

/// <summary>What each congestion control makes of a link with a rate, by loss and round-trip time.</summary>
public sealed class ThroughputTests
{
    private const double Megabits = 20;
    private const int PacketBytes = 1500;
    private const int PayloadBytes = 1448;

    private static readonly int[] RoundTrips = [10, 40, 100, 200];

    private static readonly double[] Losses = [0, 0.0001, 0.001, 0.01, 0.05];

    private static readonly Lazy<IReadOnlyList<Row>> Measured = new(() => [.. Measure()]);

    [Fact]
    public void Throughput_is_as_reviewed()
    {
        var table = new TextTable(
            "Payload in Mbit/s by loss and RTT, each beside its closed form: one flow, 20 Mbit/s, drop-tail buffer of one bandwidth-delay product, loss in the data's direction, 40 s after 10 s of settling",
            ["control", "loss is", "loss", .. RoundTrips.SelectMany(rtt => (string[])[$"{rtt} ms", "form"])]);
        foreach (Row row in Measured.Value)
        {
            table.Add([
                row.Control, row.Loss == 0 ? "none" : row.IsPeriodic ? "periodic" : "random", TextTable.Loss(row.Loss),
                .. RoundTrips.SelectMany((rtt, i) => (string[])[TextTable.Number(row.Megabits[i], 2), ClosedForm(row, rtt) is { } form ? TextTable.Number(form, 2) : TextTable.None])]);
        }

        Snapshot.Matches(table, "throughput");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bbr_keeps_over_85_percent_of_a_lossy_link_where_Cubic_keeps_under_10(bool isPeriodic)
    {
        Assert.InRange(Share("bbr", isPeriodic, 0.05, 40), 0.85, 1);
        Assert.InRange(Share("cubic", isPeriodic, 0.05, 40), 0, 0.10);
    }

    [Fact]
    public void Nothing_beats_the_payload_ceiling()
    {
        // A hole that is filled right after the measurement began gives a little more than the time's own bytes.
        double ceiling = Megabits * ClosedForms.PayloadShare(PacketBytes);
        foreach (Row row in Measured.Value)
        {
            Assert.All(row.Megabits, megabits => Assert.InRange(megabits / ceiling, 0, 1.001));
        }
    }

    private static double Share(string control, bool isPeriodic, double loss, int rtt) =>
        Measured.Value.Single(row => row.Control == control && row.IsPeriodic == isPeriodic && row.Loss == loss)
            .Megabits[Array.IndexOf(RoundTrips, rtt)] / Megabits;

    /// <summary>The window that loss allows, per round trip, or what of the rate is payload that is not lost.</summary>
    private static double? ClosedForm(Row row, int rtt)
    {
        double ceiling = Megabits * ClosedForms.PayloadShare(PacketBytes) * (1 - row.Loss);
        if (row.Loss == 0)
        {
            return ceiling;
        }

        double? window = row switch
        {
            { Control: "cubic", IsPeriodic: true } => ClosedForms.CubicPeriodic(row.Loss, rtt / 1000.0),
            { Control: "reno" or "dctcp", IsPeriodic: true } => ClosedForms.RenoPeriodic(row.Loss),
            { Control: "reno" or "dctcp" } => ClosedForms.RenoRandom(row.Loss),
            _ => null,
        };
        return window is { } segments ? Math.Min(ceiling, segments * PayloadBytes * 8 / (rtt * 1000)) : null;
    }

    private static IEnumerable<Row> Measure() =>
        from control in CongestionControlTable.Rows.Select(row => row.Name)
        from isPeriodic in (bool[])[true, false]
        from loss in Losses
        where loss > 0 || isPeriodic
        select new Row(control, isPeriodic, loss, [.. RoundTrips.Select(rtt => Measure(control, isPeriodic, loss, rtt))]);

    private static double Measure(string control, bool isPeriodic, double loss, int rtt)
    {
        var link = new LinkOptions
        {
            Rate = DataRate.Mbps(Megabits),
            Delay = TimeSpan.FromMilliseconds(rtt / 2.0),
            Queue = QueueOptions.Packets((int)Math.Ceiling(Megabits * 1000 * rtt / (8 * PacketBytes))),
        };
        link = loss > 0 && isPeriodic ? link with { LossPeriod = (int)Math.Round(1 / loss) } : link with { Loss = loss };
        return SteadyState.Of(control, link, settling: 10, seconds: 40).Goodput / 1e6;
    }

    private sealed record Row(string Control, bool IsPeriodic, double Loss, IReadOnlyList<double> Megabits);
}
