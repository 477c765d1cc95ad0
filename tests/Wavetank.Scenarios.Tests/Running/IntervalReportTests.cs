using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Running;

/// <summary>Bulk transfers that report by interval.</summary>
public sealed class IntervalReportTests
{
    [Fact]
    public void The_intervals_of_a_steady_transfer_have_the_links_goodput_and_all_its_bytes()
    {
        ScenarioResult result = Run("rate: 10Mbps, delay: 5ms", "");
        long[][] rows = Rows(result, "bulk-receiver");

        Assert.Equal(10_000_000, rows.Sum(row => row[2]));
        Assert.Equal(rows.Skip(1).Select(row => row[0]), rows.SkipLast(1).Select(row => row[1]));
        Assert.All(rows.SkipLast(1), row => Assert.Equal(1_000_000_000, row[1] - row[0]));

        // Of each packet of 1500 bytes 1448 are payload; the first interval has the handshake and slow start.
        Assert.All(rows.Skip(1).SkipLast(1), row => Assert.InRange(row[3], 9_630_000, 9_680_000));
        Assert.Equal(rows.SkipLast(1).Min(row => row[3]), result.Figures("bulk-receiver").Others["slowest-interval"]);
        Assert.Equal(rows.SkipLast(1).Max(row => row[3]), result.Figures("bulk-receiver").Others["fastest-interval"]);
    }

    [Fact]
    public void An_interval_in_which_nothing_arrives_is_a_row_of_zero()
    {
        ScenarioResult result = Run("rate: 10Mbps, delay: 5ms", "timeline: [{ at: 2s, cut: client-server, for: 3s }]");

        Assert.Contains(Rows(result, "bulk-receiver"), row => row[2] == 0 && row[3] == 0);
        Assert.Equal(0, result.Figures("bulk-receiver").Others["slowest-interval"]);
    }

    [Fact]
    public void What_the_sender_hands_over_is_reported_too_and_a_report_changes_no_digest()
    {
        ScenarioResult reported = Run("rate: 10Mbps, delay: 5ms", "");
        ScenarioResult silent = Runs.Execute(Text("rate: 10Mbps, delay: 5ms", "").Replace(", interval: 1s", "", StringComparison.Ordinal));

        Assert.Equal(10_000_000, Rows(reported, "bulk-sender").Sum(row => row[2]));
        Assert.Equal(silent.Digest, reported.Digest);
        Assert.Empty(Rows(silent, "bulk-sender"));
    }

    [Fact]
    public void Of_more_than_ten_thousand_intervals_two_become_one()
    {
        ScenarioResult result = Runs.Execute(Text("rate: 4Mbps, delay: 5ms", "").Replace("interval: 1s", "interval: 1ms", StringComparison.Ordinal));
        long[][] rows = Rows(result, "bulk-receiver");

        Assert.InRange(rows.Length, 5_000, 10_000);
        Assert.Equal(10_000_000, rows.Sum(row => row[2]));
        Assert.Equal(4_000_000, rows[0][1] - rows[0][0]);
    }

    private static ScenarioResult Run(string link, string rest) => Runs.Execute(Text(link, rest));

    private static string Text(string link, string rest) => $$"""
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], {{link}} }]
        applications:
          - { on: server, run: bulk-receiver, port: 9, interval: 1s }
          - { on: client, run: bulk-sender, to: "server:9", size: 10MB, interval: 1s }
        {{rest}}
        """;

    private static long[][] Rows(ScenarioResult result, string name) =>
        [.. result.Applications.Single(application => application.Name == name).Hosts[0].Rows.Select(row => row.Select(cell => cell.Number!.Value).ToArray())];
}
