using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Tables.Tests.Support;

namespace Wavetank.Tables.Tests;

/// <summary>How two flows share a link, by congestion control and round-trip time.</summary>
public sealed class FairnessTests
{
    private static readonly int[] RoundTrips = [10, 40, 100, 200];

    private static readonly Lazy<IReadOnlyList<Row>> Measured = new(() => [.. Measure()]);

    public static TheoryData<string, int> EqualFlows() =>
        [.. from control in CongestionControlTable.Rows from rtt in RoundTrips select (control.Name, rtt)];

    /// <summary>When the second flow begins. Flows through a drop-tail queue may fall in step; with WAVETANK_LONG=1 more beginnings are tried.</summary>
    public static TheoryData<string, double> Latecomers()
    {
        double[] seconds = Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1" ? [0, 0.01, 0.5, 1, 2, 4.7, 6.1, 10, 20, 30] : [10];
        return [.. from control in CongestionControlTable.Rows from late in seconds select (control.Name, late)];
    }

    [Fact]
    public void Shares_are_as_reviewed()
    {
        var table = new TextTable(
            "Payload in Mbit/s of two flows that share a link, and Jain's index (1: equal): 10 Mbit/s, drop-tail buffer of one bandwidth-delay product, the second begins 3 s later, 200 s after 60 s of settling",
            "first", "second", "first RTT", "second RTT", "first got", "second got", "Jain");
        foreach (Row row in Measured.Value)
        {
            table.Add(
                row.First, row.Second, $"{row.FirstRtt} ms", $"{row.SecondRtt} ms",
                TextTable.Number(row.FirstGot, 2), TextTable.Number(row.SecondGot, 2), TextTable.Number(row.Jain, 3));
        }

        Snapshot.Matches(table, "fairness");
    }

    [Theory]
    [MemberData(nameof(EqualFlows))]
    public void Two_equal_flows_share_fairly(string control, int rtt)
    {
        Row row = Measured.Value.Single(row => row.First == control && row.Second == control && row.FirstRtt == rtt && row.SecondRtt == rtt);
        Assert.InRange(row.Jain, 0.95, 1);
    }

    [Theory]
    [MemberData(nameof(Latecomers))]
    public void A_latecomer_gets_its_share(string control, double seconds)
    {
        (double first, double second) = SharedLink.Run((control, 40), (control, 40), lateness: seconds);
        Assert.InRange(ClosedForms.Jain(first, second), 0.95, 1);
    }

    private static IEnumerable<Row> Measure()
    {
        string[] controls = [.. CongestionControlTable.Rows.Select(row => row.Name)];
        IEnumerable<Row> equal = from control in controls from rtt in RoundTrips select Measure(control, control, rtt, rtt);
        IEnumerable<Row> unequal = from control in controls select Measure(control, control, 20, 80);
        return [.. equal, .. unequal, Measure("cubic", "reno", 40, 40), Measure("cubic", "bbr", 40, 40), Measure("reno", "bbr", 40, 40)];
    }

    private static Row Measure(string first, string second, int firstRtt, int secondRtt)
    {
        (double firstGot, double secondGot) = SharedLink.Run((first, firstRtt), (second, secondRtt));
        return new Row(first, second, firstRtt, secondRtt, firstGot, secondGot);
    }

    private sealed record Row(string First, string Second, int FirstRtt, int SecondRtt, double FirstGot, double SecondGot)
    {
        public double Jain => ClosedForms.Jain(FirstGot, SecondGot);
    }
}
