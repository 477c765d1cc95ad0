using System.Text;
using System.Text.Json;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Results;

public sealed class TimeSeriesTests
{
    private const string Transfer = Runs.TwoHosts + """
        applications:
          - { on: server, run: bulk-receiver, port: 9 }
          - { on: client, run: bulk-sender, to: "server:9", size: 10MB }
        """;

    [Fact]
    public void Without_being_asked_for_there_are_none()
    {
        ScenarioResult result = Runs.Execute(Transfer);

        Assert.All(result.Flows, flow => Assert.Empty(flow.Samples));
        Assert.False(Document(result).GetProperty("flows")[0].TryGetProperty("timeSeries", out _));
    }

    [Fact]
    public void Sampling_changes_neither_digest_nor_events()
    {
        ScenarioResult plain = Runs.Execute(Transfer);
        ScenarioResult sampled = Runs.Execute("time-series: 1ms\n" + Transfer);

        Assert.Equal(plain.Digest, sampled.Digest);
        Assert.Equal(plain.Events, sampled.Events);
    }

    [Fact]
    public void Slow_start_is_seen_to_double_the_window()
    {
        FlowResult flow = Sender(Runs.Execute("time-series: 20ms\n" + Transfer));

        // One sample a round trip, each at the first acknowledgment of its bin.
        Assert.Equal([10, 11, 21, 42], flow.Samples.Take(4).Select(sample => sample.Cwnd));
        Assert.Equal(10_000_000, flow.Samples[^1].BytesAcknowledged);
        Assert.All(flow.Samples.Zip(flow.Samples.Skip(1)), pair => Assert.True(pair.First.Time <= pair.Second.Time));
    }

    [Fact]
    public void The_document_has_a_row_for_each_sample_and_a_name_for_each_column()
    {
        ScenarioResult result = Runs.Execute("time-series: 20ms\n" + Transfer);
        JsonElement series = Document(result).GetProperty("flows").EnumerateArray()
            .Single(flow => flow.GetProperty("from").GetString()!.StartsWith("client", StringComparison.Ordinal)).GetProperty("timeSeries");
        string[] columns = [.. series.GetProperty("columns").EnumerateArray().Select(name => name.GetString()!)];

        Assert.Equal(Sender(result).Samples.Count, series.GetProperty("samples").GetArrayLength());
        Assert.All(series.GetProperty("samples").EnumerateArray(), row => Assert.Equal(columns.Length, row.GetArrayLength()));
        JsonElement first = series.GetProperty("samples")[0];
        Assert.Equal("ESTABLISHED", first[Array.IndexOf(columns, "state")].GetString());
        Assert.Equal(JsonValueKind.Null, first[Array.IndexOf(columns, "ssthresh")].ValueKind);
    }

    [Fact]
    public void The_table_has_the_same_rows()
    {
        ScenarioResult result = Runs.Execute("time-series: 20ms\n" + Transfer);
        using var stream = new MemoryStream();
        TimeSeriesCsv.Write(result, stream);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("from,to,timeNs,state,cwnd,", lines[0], StringComparison.Ordinal);
        Assert.Equal(result.Flows.Sum(flow => flow.Samples.Count), lines.Length - 1);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(letter => letter == ','), line.Count(letter => letter == ',')));
    }

    private static FlowResult Sender(ScenarioResult result) =>
        result.Flows.Single(flow => flow.From.StartsWith("client", StringComparison.Ordinal));

    private static JsonElement Document(ScenarioResult result)
    {
        using var stream = new MemoryStream();
        ResultsJson.Write(result, stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
