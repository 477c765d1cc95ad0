using System.Text.Json;
using Wavetank.Cli.Tests.Support;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tests;

public sealed class JsonTests
{
    [Fact]
    public void Json_is_one_document_and_nothing_else()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--format", "json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Empty(result.Errors);
        using JsonDocument document = JsonDocument.Parse(result.Output);
        Assert.Equal("wavetank.results/1", document.RootElement.GetProperty("schema").GetString());
    }

    [Fact]
    public void Json_and_tables_carry_the_same_figures()
    {
        using var lab = new Lab();

        string tables = Command.Run("run", lab.Scenario).Output;
        JsonElement json = JsonDocument.Parse(Command.Run("run", lab.Scenario, "--format", "json").Output).RootElement;

        Assert.Contains($"digest {json.GetProperty("run").GetProperty("digest").GetString()}", tables, StringComparison.Ordinal);
        Assert.Contains($"{HumanText.Count(json.GetProperty("run").GetProperty("events").GetInt64())} events", tables, StringComparison.Ordinal);
        JsonElement client = json.GetProperty("applications")[1];
        AssertRow(tables, "client ×2  tcp-echo-client", HumanText.Count(Number(client, "count")), HumanText.Size(Number(client, "bytes")), HumanText.Rate(Number(client, "goodputBitsPerSecond")));
        JsonElement roundTrip = client.GetProperty("roundTrip");
        AssertRow(tables, "client ×2  ", [.. new[] { "min", "mean", "p50", "p90", "p99", "max" }.Select(name => HumanText.Time(Number(roundTrip, $"{name}Ns")))]);
        foreach (JsonElement flow in json.GetProperty("flows").EnumerateArray())
            AssertRow(tables, flow.GetProperty("from").GetString()!, HumanText.Size(Number(flow, "bytes")), HumanText.Count(Number(flow, "segments")), HumanText.Count(Number(flow, "retransmissions")), HumanText.Time(Number(flow, "smoothedRttNs")));
        foreach (JsonElement link in json.GetProperty("links").EnumerateArray())
        {
            JsonElement forward = link.GetProperty("forward");
            AssertRow(tables, $"{forward.GetProperty("from")} → {forward.GetProperty("to")}", HumanText.Count(Number(forward, "packets")), HumanText.Size(Number(forward, "bytes")), HumanText.Count(Number(forward, "largestQueuePackets")));
        }
    }

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();

    /// <summary>Some row that begins so has all the cells.</summary>
    private static void AssertRow(string tables, string begin, params string[] cells) =>
        Assert.Contains(
            tables.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(begin, StringComparison.Ordinal)),
            line => cells.All(cell => line.Contains($" {cell}", StringComparison.Ordinal)));
}
