using Wavetank.Scenarios.Schema;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Schema;

public sealed class ScenarioSchemaTests
{
    private static readonly string Published = Path.Combine(Repository.Root, "docs", "reference", "scenario.schema.json");

    private static bool SchemaAccepts(string text) => new SchemaValidator(ScenarioSchema.Build()).IsValid(YamlToJson.Convert(text));

    [Fact]
    public void Published_schema_is_the_generated_one()
    {
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Published)!);
            File.WriteAllText(Published, ScenarioSchema.ToJson());
        }

        Assert.True(File.Exists(Published), $"{Published} is missing; run the tests with WAVETANK_ACCEPT=1 to write it.");
        Assert.True(
            File.ReadAllText(Published).ReplaceLineEndings("\n") == ScenarioSchema.ToJson(),
            $"{Published} differs from the tables; run the tests with WAVETANK_ACCEPT=1 to rewrite it, and read the difference.");
    }

    [Fact]
    public void Schema_accepts_a_scenario_that_uses_every_section() =>
        Assert.True(SchemaAccepts(Lab.Good));

    [Theory]
    [InlineData("loss: 0.1%", "loss: 0.001")]
    [InlineData("loss: 0.1%", "loss: 0")]
    [InlineData("delay: 20ms", "delay: 1.5 s")]
    [InlineData("loss: 0.1%", "loss: { kind: gilbert-elliott, p: 1%, r: 10%, 1-h: 0.5 }")]
    [InlineData("loss: 0.1%", "loss: { kind: list, packets: [3, 10-12] }")]
    [InlineData("loss: 0.1%", "schedule: [{ at: 0s, rate: 10Mbps }, { at: 5s, loss: 1% }]")]
    [InlineData("loss: 0.1%", "schedule: { kind: steps, repeat: 9s, steps: [{ at: 0s, rate: 10Mbps }] }")]
    [InlineData("loss: 0.1%", "rules: [{ match: tcp && syn, drop: first 2 }, { delay: 5ms, packets: 7 }, { drop: 3 }]")]
    [InlineData("loss: 0.1%", "slot: { min: 5ms, packets: 3, bytes: 4KB }\n    keep-order: off\n    limit: 5")]
    [InlineData("rate: 100Mbps", "rate: { rate: 100Mbps, overhead: -4B, cell: 48B, cell-overhead: 5B }")]
    [InlineData("loss: 5%, for", "loss: { kind: periodic, period: 5 }, reorder: { percent: 1%, gap: 5 }, schedule: none, slot: none, for")]
    [InlineData("limit: 64KB", "limit: 100 packets")]
    [InlineData("think: exponential(10ms)", "think: 'uniform(1ms, 2ms)'")]
    [InlineData("think: exponential(10ms)", "think: 5ms")]
    [InlineData("loss: 0.1%", "backward: { rate: 1Mbps, queue: { limit: 1 packet } }")]
    [InlineData("run: tcp-echo-server, port: 5000", "run: ping, to: core, name: probe, start: 5s")]
    [InlineData("run: tcp-echo-server, port: 5000", "run: bulk-sender, to: 'client-1:5', size: 1MB")]
    [InlineData("client.errors == 0", "core-server.drops<=10")]
    public void Schema_and_checker_accept(string old, string replacement)
    {
        string text = Lab.Good.Replace(old, replacement);

        Assert.Empty(Lab.Problems(text));
        Assert.True(SchemaAccepts(text));
    }

    [Theory]
    [InlineData("seed: 7", "sede: 7")]
    [InlineData("seed: 7", "seed: seven")]
    [InlineData("60s", "60")]
    [InlineData("kind: router", "kind: ruoter")]
    [InlineData("count: 3", "count: 0")]
    [InlineData("[core, server]", "[core]")]
    [InlineData("loss: 0.1%", "loss: 5")]
    [InlineData("loss: 0.1%", "los: 0.1%")]
    [InlineData("kind: fifo", "kind: lifo")]
    [InlineData("loss: 0.1%", "loss: { kind: gilbert, p: 1% }")]
    [InlineData("loss: 0.1%", "loss: { kind: gilbert-elliott }")]
    [InlineData("loss: 0.1%", "rules: { drop: all }")]
    [InlineData("loss: 0.1%", "schedule: [{ rate: 1Mbps }]")]
    [InlineData("loss: 0.1%", "slot: { min: 5ms, packets: many }")]
    [InlineData("run: tcp-echo-server", "run: tcp-echo-sever")]
    [InlineData(", port: 5000", "")]
    [InlineData("port: 5000", "port: 70000")]
    [InlineData("\"server:5000\"", "server")]
    [InlineData("run: tcp-echo-server, port: 5000", "run: bulk-sender, to: 'client-1:5'")]
    [InlineData("run: tcp-echo-server, port: 5000", "run: bulk-sender, to: 'client-1:5', size: 1MB, duration: 1s")]
    [InlineData("cut: client-2-core", "unplug: server")]
    [InlineData("loss: 5%, for", "for")]
    [InlineData("client.errors == 0", "client.errors")]
    public void Schema_and_checker_refuse(string old, string replacement)
    {
        string text = Lab.Good.Replace(old, replacement);

        Assert.NotEmpty(Lab.Problems(text));
        Assert.False(SchemaAccepts(text));
    }

    [Fact]
    public void Every_example_passes_the_checker_and_the_schema()
    {
        string examples = Path.Combine(Repository.Root, "examples");
        if (!Directory.Exists(examples))
            Assert.Skip("There are no examples here.");

        // What lies deeper names models that its own program adds.
        Assert.All(
            Directory.EnumerateDirectories(examples).SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml")).Order(StringComparer.Ordinal),
            path =>
            {
                ScenarioFile.Load(path);
                Assert.True(SchemaAccepts(File.ReadAllText(path)), $"The schema refuses {path}.");
            });
    }
}
