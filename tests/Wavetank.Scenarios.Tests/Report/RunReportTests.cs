using System.Text;
using System.Text.Json;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Report;

public sealed class RunReportTests
{
    private const string Transfers = """
        seed: 3
        devices: { server: { kind: host }, client: { kind: host, count: 3 }, core: { kind: router } }
        links:
          - { between: [client, core], delay: 2ms }
          - { between: [core, server], rate: 10Mbps, delay: 10ms, loss: 1%, queue: { kind: fifo, limit: 20 packets } }
        applications:
          - { on: server, run: bulk-receiver, port: 9 }
          - { on: client, run: bulk-sender, to: "server:9", size: 1MB }
          - { on: client, run: ping, to: server, count: 20 }
        timeline:
          - { at: 500ms, cut: core-server, for: 300ms }

        """;

    [Fact]
    public void Recording_changes_nothing_of_the_run()
    {
        ScenarioResult plain = Runs.Execute(Transfers);
        (ScenarioResult recorded, _) = Report(Transfers);

        Assert.Equal((plain.Digest, plain.Events), (recorded.Digest, recorded.Events));
    }

    [Fact]
    public void Series_add_up_to_the_figures_of_the_links()
    {
        (ScenarioResult result, JsonElement data) = Report(Transfers);

        foreach (JsonElement direction in data.GetProperty("links").EnumerateArray().SelectMany(link => link.GetProperty("directions").EnumerateArray()))
        {
            JsonElement series = direction.GetProperty("series");
            double width = series.GetProperty("widthNs").GetInt64();
            double waiting = series.GetProperty("queue").EnumerateArray().Sum(queue => queue.GetDouble()) * width;
            Assert.Equal(direction.GetProperty("droppedPackets").GetInt64(), series.GetProperty("drops").EnumerateArray().Sum(drops => drops.GetInt64()));
            Assert.InRange(waiting / result.MeasuredTime.Nanoseconds, direction.GetProperty("meanQueuePackets").GetDouble() - 0.01, direction.GetProperty("meanQueuePackets").GetDouble() + 0.01);
            Assert.Equal(
                direction.GetProperty("largestQueuePackets").GetInt64(), series.GetProperty("largestQueue").EnumerateArray().Max(queue => queue.GetInt64()));
        }
    }

    [Fact]
    public void The_ledger_has_every_drop_and_what_was_lost_of_a_whole_transfer_is_repaired()
    {
        (ScenarioResult result, JsonElement data) = Report(Transfers);
        JsonElement drops = data.GetProperty("drops");

        Assert.Equal(
            result.Links.Sum(link => link.Forward.Figures.DroppedPackets + link.Backward.Figures.DroppedPackets) + result.Drops.Sum(device => device.Drops.Sum(drop => drop.Packets)),
            drops.GetProperty("total").GetInt64());
        Assert.Equal(drops.GetProperty("total").GetInt64(), drops.GetProperty("places").EnumerateArray().Sum(place => place.GetProperty("packets").GetInt64()));
        Assert.True(drops.GetProperty("places").EnumerateArray().Sum(place => place.GetProperty("tcpSegments").GetInt64()) > 20);
        Assert.All(drops.GetProperty("places").EnumerateArray(), place => Assert.Equal(
            place.GetProperty("tcpSegments").GetInt64(), place.GetProperty("repaired").GetInt64()));
        Assert.Contains(drops.GetProperty("packets").GetProperty("packet").EnumerateArray(), packet => packet.GetString()!.StartsWith("ICMP client-", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_ends_of_a_connection_are_one_and_its_segments_are_those_that_both_sent()
    {
        (_, JsonElement data) = Report(Transfers);
        JsonElement[] connections = [.. data.GetProperty("connections").EnumerateArray()];

        Assert.Equal(3, connections.Length);
        Assert.All(connections, connection =>
        {
            Assert.StartsWith("client-", connection.GetProperty("ends")[0].GetString(), StringComparison.Ordinal);
            Assert.Equal("server:9", connection.GetProperty("ends")[1].GetString());
            Assert.Equal(
                connection.GetProperty("flows").EnumerateArray().Sum(flow => flow.GetProperty("segments").GetInt64()),
                connection.GetProperty("segments").GetProperty("total").GetInt64());
        });
    }

    [Fact]
    public void Behind_a_translator_a_connection_is_still_one()
    {
        (_, JsonElement data) = Report("""
            devices: { server: { kind: host }, client: { kind: host }, home: { kind: nat } }
            links:
              - { between: [home, server], delay: 5ms }
              - { between: [client, home], delay: 1ms }
            applications:
              - { on: server, run: bulk-receiver, port: 9 }
              - { on: client, run: bulk-sender, to: "server:9", size: 10KB }

            """);
        JsonElement connection = data.GetProperty("connections").EnumerateArray().Single();

        Assert.StartsWith("client:", connection.GetProperty("ends")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("server:9", connection.GetProperty("ends")[1].GetString());
        Assert.Equal([0, 1], connection.GetProperty("segments").GetProperty("from").EnumerateArray().Select(from => from.GetInt32()).Distinct());
    }

    [Fact]
    public void A_connection_that_was_refused_has_its_reset()
    {
        (_, JsonElement data) = Report(Runs.TwoHosts + """
            applications:
              - { on: client, run: tcp-echo-client, to: "server:9", count: 1 }

            """);
        JsonElement segments = data.GetProperty("connections").EnumerateArray().Single().GetProperty("segments");

        Assert.Equal([2, 20], segments.GetProperty("flags").EnumerateArray().Select(flags => flags.GetInt32()));
        Assert.Equal("port unreachable", data.GetProperty("drops").GetProperty("places")[segments.GetProperty("dropped")[0].GetInt32()].GetProperty("words").GetString());
    }

    [Fact]
    public void Counts_of_a_distribution_add_up_to_its_number()
    {
        (_, JsonElement data) = Report(Transfers);
        JsonElement[] distributions = [.. data.GetProperty("distributions").EnumerateArray()];

        Assert.Equal(["round trip", "flow completion", "queue wait"], distributions.Select(one => one.GetProperty("what").GetString()).Distinct());
        Assert.All(distributions, one => Assert.Equal(one.GetProperty("number").GetInt64(), one.GetProperty("counts").EnumerateArray().Sum(count => count.GetInt64())));
        Assert.All(distributions, one => Assert.Equal(one.GetProperty("maxNs").GetInt64(), one.GetProperty("valuesNs").EnumerateArray().Last().GetInt64()));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(65_535)]
    public void Flow_completion_is_told_of_the_end_that_was_connected_to_whichever_port_it_has(int port)
    {
        (_, JsonElement data) = Report(Runs.TwoHosts + $$"""
            applications:
              - { on: server, run: tcp-echo-server, port: {{port}} }
              - { on: client, run: tcp-echo-client, to: "server:{{port}}", count: 3 }

            """);

        Assert.Equal(
            [$"from server:{port}", $"to server:{port}"],
            data.GetProperty("distributions").EnumerateArray().Where(one => one.GetProperty("what").GetString() == "flow completion")
                .Select(one => one.GetProperty("of").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_text_of_the_scenario_can_end_the_script()
    {
        const string Hostile = "</script><script>alert(1)</script><!--";
        string page = Page($"name: \"{Hostile}\"\n{Transfers}", new ReportOrigin(Hostile, Hostile, Hostile)).Page;

        Assert.DoesNotContain("alert(1)</script>", page, StringComparison.Ordinal);
        Assert.Equal(Hostile, DataOf(page).GetProperty("scenario").GetProperty("name").GetString());
    }

    [Fact]
    public void The_same_run_gives_the_same_page_but_for_the_clock_on_the_wall()
    {
        string[] pages = [.. Enumerable.Range(0, 2).Select(_ => Page(Transfers, new ReportOrigin("lab.yaml", null, "wavetank run lab.yaml")).Page)];

        string[] parts = [.. pages.Select(page => System.Text.RegularExpressions.Regex.Replace(page, "\"realSeconds\":[0-9.]+", ""))];
        Assert.Equal(parts[0], parts[1]);
    }

    private static (ScenarioResult Result, JsonElement Data) Report(string scenario)
    {
        (ScenarioResult result, string page) = Page(scenario, new ReportOrigin("lab.yaml", scenario, "wavetank run lab.yaml"));
        return (result, DataOf(page));
    }

    private static (ScenarioResult Result, string Page) Page(string scenario, ReportOrigin origin)
    {
        using var run = new ScenarioRun(Lab.Parse(scenario));
        RunRecording recording = run.Record();
        ScenarioResult result = run.Execute();
        using var stream = new MemoryStream();
        RunReport.Write(result, recording, origin, stream);
        return (result, Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static JsonElement DataOf(string page)
    {
        const string Begin = "id=\"data\">";
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        return JsonElement.Parse(page[from..page.IndexOf("</script>", from, StringComparison.Ordinal)]);
    }
}
