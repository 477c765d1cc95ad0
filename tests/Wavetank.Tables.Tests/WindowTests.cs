using Wavetank.Links;
using Wavetank.Tables.Tests.Support;

namespace Wavetank.Tables.Tests;

/// <summary>The mean window of Reno and CUBIC under loss, on a link without a rate: what loss alone makes of them.</summary>
public sealed class WindowTests
{
    private static readonly double[] RoundTrips = [0.01, 0.1];

    private static readonly int[] Periods = [100, 300, 1000, 3000, 10_000, 100_000];

    // Means over random losses converge only with the root of their number, so that rare ones would take too long.
    private const int RarestRandomLoss = 10_000;
    private const int PeriodicLosses = 30;
    private const int RandomLosses = 400;
    private const double MostSegments = 6e5;

    private static readonly Lazy<IReadOnlyList<Row>> Measured = new(() => [.. Measure()]);

    public static TheoryData<double, int> Cells() =>
        [.. from rtt in RoundTrips from period in Periods select (rtt, period)];

    [Fact]
    public void Mean_windows_are_as_reviewed()
    {
        var table = new TextTable(
            "Mean congestion window in segments, over time, and segments delivered per RTT, by loss: one flow, link without a rate, SACK, delayed acknowledgments, loss in the data's direction",
            "control", "loss is", "RTT", "loss", "mean window", "delivered per RTT", "closed form", "window / form");
        foreach (Row row in Measured.Value)
        {
            bool known = row.ClosedForm > 0;
            table.Add(
                row.Control, row.IsPeriodic ? "periodic" : "random", TextTable.Number(row.Rtt * 1000, 0) + " ms", $"1/{row.Period}",
                TextTable.Number(row.State.MeanWindow, 1), TextTable.Number(row.State.SegmentsPerRtt, 1),
                known ? TextTable.Number(row.ClosedForm, 1) : TextTable.None, known ? TextTable.Percent(row.State.MeanWindow / row.ClosedForm) : TextTable.None);
        }

        Snapshot.Matches(table, "mean-window");
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3000)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void Reno_keeps_within_5_percent_of_its_law_under_periodic_loss(int period)
    {
        Row row = Find("reno", 0.1, period);
        Assert.InRange(row.State.MeanWindow / row.ClosedForm, 0.95, 1.05);
        Assert.InRange(row.State.SegmentsPerRtt / row.ClosedForm, 0.95, 1.05);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cubic_keeps_within_20_percent_of_the_tables_of_its_RFC(double rtt, int period)
    {
        Row row = Find("cubic", rtt, period);
        Assert.InRange(row.State.MeanWindow / row.ClosedForm, 0.8, 1.2);
        Assert.InRange(row.State.SegmentsPerRtt / row.ClosedForm, 0.8, 1.2);
    }

    private static Row Find(string control, double rtt, int period) =>
        Measured.Value.Single(row => row.Control == control && row.IsPeriodic && row.Rtt == rtt && row.Period == period);

    private static IEnumerable<Row> Measure() =>
        from control in (string[])["reno", "cubic"]
        from isPeriodic in (bool[])[true, false]
        from rtt in RoundTrips
        from period in Periods
        where isPeriodic || period <= RarestRandomLoss
        select Measure(control, isPeriodic, rtt, period);

    private static Row Measure(string control, bool isPeriodic, double rtt, int period)
    {
        double loss = 1.0 / period;
        double window = control == "reno" ? ClosedForms.RenoPeriodic(loss) : ClosedForms.CubicPeriodic(loss, rtt);
        double closedForm = isPeriodic ? window : control == "reno" ? ClosedForms.RenoRandom(loss) : 0;

        // The time of so many losses, as theory has it; the first window, left by slow start, takes some of them to forget.
        double cycle = period / window * rtt;
        double seconds = Math.Min(isPeriodic ? PeriodicLosses : RandomLosses, MostSegments / period) * cycle;
        var link = new LinkOptions { Delay = TimeSpan.FromSeconds(rtt / 2) };
        link = isPeriodic ? link with { LossPeriod = period } : link with { Loss = loss };
        return new Row(control, isPeriodic, rtt, period, SteadyState.Of(control, link, 5 + (6 * cycle), seconds), closedForm);
    }

    private sealed record Row(string Control, bool IsPeriodic, double Rtt, int Period, SteadyState State, double ClosedForm);
}
