using System.Text;
using System.Text.Json;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Results;

public sealed class ResultsJsonTests
{
    private static readonly string Text = Lab.Good.Replace("count: 1000", "count: 40", StringComparison.Ordinal);
    private static readonly ScenarioResult Result = Runs.Execute(Text);
    private static readonly JsonElement Json = JsonDocument.Parse(Write(Result)).RootElement;

    [Fact]
    public void The_document_names_its_schema_and_the_run()
    {
        Assert.Equal("wavetank.results/1", Json.GetProperty("schema").GetString());
        Assert.Equal("7", Json.GetProperty("seed").GetString());
        JsonElement run = Json.GetProperty("run");
        Assert.Equal("completed", run.GetProperty("outcome").GetString());
        Assert.Equal(Result.Digest, run.GetProperty("digest").GetString());
        Assert.Equal(60_000_000_000, run.GetProperty("simulatedNs").GetInt64());
        Assert.Equal(Result.Events, run.GetProperty("events").GetInt64());
        Assert.Equal(Result.Packets, run.GetProperty("packets").GetInt64());
    }

    [Fact]
    public void What_programs_let_go_stands_there_only_if_it_happened()
    {
        var failure = new UnobservedFailure("echo", "client", new SimulationTime(1_000_000_000), new InvalidOperationException("lost"));
        JsonElement run = JsonDocument.Parse(Write(Result with { Escapes = 3, Unobserved = [failure] })).RootElement.GetProperty("run");

        Assert.False(Json.GetProperty("run").TryGetProperty("escapes", out _));
        Assert.False(Json.GetProperty("run").TryGetProperty("unobserved", out _));
        Assert.Equal(3, run.GetProperty("escapes").GetInt64());
        Assert.Equal(failure.ToString(), run.GetProperty("unobserved")[0].GetString());
    }

    [Fact]
    public void Applications_carry_their_figures_alone_and_together()
    {
        JsonElement clients = Json.GetProperty("applications")[1];

        Assert.Equal(120, clients.GetProperty("count").GetInt64());
        Assert.Equal(3, clients.GetProperty("hosts").GetArrayLength());
        Assert.Equal(40, clients.GetProperty("hosts")[2].GetProperty("count").GetInt64());
        JsonElement roundTrip = clients.GetProperty("roundTrip");
        Assert.Equal(["number", "minNs", "meanNs", "p50Ns", "p90Ns", "p99Ns", "maxNs"], roundTrip.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Result.RoundTrip("tcp-echo-client", "p99"), roundTrip.GetProperty("p99Ns").GetInt64());
        Assert.Equal(JsonValueKind.Null, Json.GetProperty("applications")[0].GetProperty("roundTrip").ValueKind);
    }

    [Fact]
    public void Links_and_flows_carry_their_figures()
    {
        JsonElement forward = Json.GetProperty("links")[1].GetProperty("forward");

        Assert.Equal(Result.Links[1].Forward.Figures.Packets, forward.GetProperty("packets").GetInt64());
        Assert.Equal(Result.Links[1].Forward.Figures.DroppedPackets, forward.GetProperty("droppedPackets").GetInt64());
        Assert.Equal(Result.Flows.Count, Json.GetProperty("flows").GetArrayLength());
        Assert.Equal(Result.Flows.Sum(flow => flow.Bytes), Json.GetProperty("flows").EnumerateArray().Sum(flow => flow.GetProperty("bytes").GetInt64()));
    }

    [Fact]
    public void Two_runs_give_the_same_bytes_but_for_the_real_time() =>
        Assert.Equal(Write(WithoutRealTime(Result)), Write(WithoutRealTime(Runs.Execute(Text))));

    [Fact]
    public void The_reference_names_every_property()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "results.md"));
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(Json, names);

        Assert.DoesNotContain(names, name => !page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static void Collect(JsonElement element, SortedSet<string> names)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Collect(item, names);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                names.Add(property.Name);
                if (property.Name != "drops")
                    Collect(property.Value, names);
            }
        }
    }

    private static ScenarioResult WithoutRealTime(ScenarioResult result) => result with { RealTime = TimeSpan.Zero };

    private static string Write(ScenarioResult result)
    {
        using var stream = new MemoryStream();
        ResultsJson.Write(result, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
