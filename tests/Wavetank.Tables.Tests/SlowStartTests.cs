using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Tables.Tests.Support;

namespace Wavetank.Tables.Tests;

/// <summary>Short transfers are slow start: how long they take is a matter of rounds.</summary>
public sealed class SlowStartTests
{
    private const int PayloadBytes = 1448;

    private static readonly int[] RoundTrips = [10, 40, 100, 200];

    private static readonly int[] Sizes = [100, 1_000, 10 * PayloadBytes, (10 * PayloadBytes) + 1, 30 * PayloadBytes, 100_000, 310 * PayloadBytes, 1_000_000, 3_000_000];

    [Fact]
    public void Completion_times_are_as_reviewed()
    {
        var table = new TextTable(
            "Milliseconds from the connect call until the last byte is read, by size and RTT, each beside its closed form: one transfer, link without a rate and without loss, initial window 10",
            ["control", "bytes", .. RoundTrips.SelectMany(rtt => (string[])[$"{rtt} ms", "form"])]);
        foreach (string control in (string[])["reno", "cubic", "bbr"])
        {
            foreach (int size in Sizes)
            {
                table.Add([
                    control, $"{size}",
                    .. RoundTrips.SelectMany(rtt => (string[])[TextTable.Number(Measure(control, size, rtt), 1), control == "bbr" ? TextTable.None : TextTable.Number(ClosedForm(size, rtt), 1)])]);
            }
        }

        Snapshot.Matches(table, "short-transfers");
    }

    [Theory]
    [InlineData("reno")]
    [InlineData("cubic")]
    [InlineData("dctcp")]
    public void Slow_start_delivers_ten_times_two_to_the_n_less_one_segments_by_the_end_of_round_n(string control)
    {
        using var network = new Network();
        BulkFlow flow = Connect(network, control, 100, long.MaxValue);

        // The handshake, and the half of the first round that the data needs to arrive; then look between the flights.
        network.Run(TimeSpan.FromMilliseconds(100 + 75));
        for (int round = 1; round <= 8; round++)
        {
            Assert.Equal(ClosedForms.SlowStartSegments(round) * PayloadBytes, flow.Received);
            network.Run(TimeSpan.FromMilliseconds(100));
        }
    }

    [Theory]
    [InlineData("reno")]
    [InlineData("cubic")]
    public void A_short_transfer_takes_its_rounds_and_no_longer(string control)
    {
        foreach (int size in Sizes)
        {
            Assert.Equal(ClosedForm(size, 100), Measure(control, size, 100), 1e-6);
        }
    }

    private static double ClosedForm(int size, int rtt) => ClosedForms.SlowStartTime((size + PayloadBytes - 1) / PayloadBytes, rtt);

    private static double Measure(string control, int size, int rtt)
    {
        using var network = new Network();
        BulkFlow flow = Connect(network, control, rtt, size);
        network.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(size, flow.Received);
        return flow.LastReceivedAt.TotalMilliseconds;
    }

    private static BulkFlow Connect(Network network, string control, int rtt, long bytes)
    {
        Host sender = network.AddHost("sender");
        Host receiver = network.AddHost("receiver");
        network.Connect(sender, receiver, new LinkOptions { Delay = TimeSpan.FromMilliseconds(rtt / 2.0) });
        return new BulkFlow(network, sender, receiver, control, bytes);
    }
}
