using Wavetank.Links;
using Wavetank.Tables.Tests.Support;

namespace Wavetank.Tables.Tests;

/// <summary>How much of a link one flow uses, and how long it makes packets wait, by the buffer before the link.</summary>
public sealed class DropTailTests
{
    // 12 Mbit/s and 100 ms hold a hundred packets of 1500 bytes. Sending a packet, and its acknowledgment of 52 bytes, takes a part of it.
    private const double Megabits = 12;
    private const double Rtt = 0.1;
    private const int Product = 100;
    private const double SendingTime = (1500 + 52) * 8 / (Megabits * 1e6);

    private static readonly double[] Buffers = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3];

    private static readonly Lazy<IReadOnlyList<Row>> Measured = new(() => [.. Measure()]);

    public static TheoryData<double> AllBuffers() => [.. Buffers];

    [Fact]
    public void Utilisation_and_queue_are_as_reviewed()
    {
        var table = new TextTable(
            "Utilisation and mean queue by drop-tail buffer, in bandwidth-delay products (BDP), each beside its closed form: one flow, 12 Mbit/s, RTT 100 ms, BDP 100 packets",
            "control", "buffer", "utilisation", "form", "mean queue", "form");
        foreach (Row row in Measured.Value)
        {
            bool known = row.Control == "reno";
            table.Add(
                row.Control, TextTable.Number(row.Buffer, 2), TextTable.Percent(row.State.Utilisation, 2),
                known ? TextTable.Percent(ClosedForms.RenoUtilisation(row.Buffer), 2) : TextTable.None, TextTable.Number(row.MeanQueue, 3),
                known ? TextTable.Number(ClosedForms.RenoMeanQueue(row.Buffer), 3) : TextTable.None);
        }

        Snapshot.Matches(table, "drop-tail");
    }

    [Theory]
    [MemberData(nameof(AllBuffers))]
    public void Reno_uses_a_link_within_4_percent_of_the_sawtooth(double buffer) =>
        Assert.InRange(Find("reno", buffer).State.Utilisation / ClosedForms.RenoUtilisation(buffer), 0.96, 1.04);

    [Fact]
    public void Reno_fills_a_buffer_of_one_BDP_to_five_ninths_within_10_percent() =>
        Assert.InRange(Find("reno", 1).MeanQueue / (5.0 / 9), 0.9, 1.1);

    private static Row Find(string control, double buffer) => Measured.Value.Single(row => row.Control == control && row.Buffer == buffer);

    private static IEnumerable<Row> Measure() =>
        from control in (string[])["reno", "cubic", "bbr"]
        from buffer in Buffers
        select Measure(control, buffer);

    private static Row Measure(string control, double buffer)
    {
        var link = new LinkOptions
        {
            Rate = DataRate.Mbps(Megabits),
            Delay = TimeSpan.FromSeconds((Rtt - SendingTime) / 2),
            Queue = QueueOptions.Packets((int)(buffer * Product)),
        };

        // The time of one sawtooth of Reno.
        double cycle = Product * Rtt * (1 + buffer + (buffer * buffer)) / 2;
        return new Row(control, buffer, SteadyState.Of(control, link, settling: 10 + (3 * cycle), seconds: Math.Max(40, 8 * cycle)));
    }

    private sealed record Row(string Control, double Buffer, SteadyState State)
    {
        public double MeanQueue => State.MeanQueue / Product;
    }
}
