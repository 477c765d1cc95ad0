using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Loss;
using Wavetank.Links.Presets;
using Wavetank.Links.Queues;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Building;

/// <summary>The key <c>preset</c> of a link. One test adds a row to the process's table, so nobody else reads it meanwhile.</summary>
[CollectionDefinition(nameof(PresetKeyTests), DisableParallelization = true)]
[Collection(nameof(PresetKeyTests))]
public sealed class PresetKeyTests
{
    private const string File = """
        devices: { server: { kind: host }, client: { kind: host } }
        applications: [{ on: client, run: ping, to: server, count: 1 }]
        links: [{ between: [client, server], CONDITIONS }]
        """;

    public static TheoryData<string> Presets => [.. ScenarioTables.Presets.Names];

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_preset_gives_the_link_its_figures_upload_forward(string name)
    {
        LinkPreset preset = LinkPresets.All.Single(preset => preset.Name == name);

        Link link = Build($"preset: {name}");

        Assert.Equal(preset.Upload, link.Forward);
        Assert.Equal(preset.Download, link.Backward);
    }

    [Fact]
    public void What_stands_beside_a_preset_takes_the_place_of_what_it_says()
    {
        Link link = Build("preset: very-bad, rate: 3Mbps, delay: { kind: normal, mean: 20ms, deviation: 2ms }, queue: codel, forward: { loss: 1% }, backward: { delay: 7ms, jitter: 1ms }");

        Assert.Equal(DataRate.Mbps(3), link.Forward.Rate);
        Assert.Equal(DataRate.Mbps(3), link.Backward.Rate);
        Assert.IsType<NormalDelayOptions>(link.Forward.DelayModel);
        Assert.Null(link.Backward.DelayModel);
        Assert.Equal(TimeSpan.FromMilliseconds(7), link.Backward.Delay);
        Assert.Equal(TimeSpan.FromMilliseconds(1), link.Backward.Jitter);
        Assert.Equal(0.01, link.Forward.Loss);
        Assert.Equal(0.1, link.Backward.Loss);
        Assert.IsType<CodelQueueOptions>(link.Forward.Queue);
    }

    [Fact]
    public void The_model_says_what_the_preset_says()
    {
        LinkConditions upload = Lab.Parse(File.Replace("CONDITIONS", "preset: dsl", StringComparison.Ordinal)).Links[0].Forward;

        Assert.Equal("384kbps", upload.Rate.ToString());
        Assert.Equal("25ms", upload.Delay.ToString());
        Assert.Equal(QueueLimit.Packets(50), upload.Queue.Limit);
    }

    [Fact]
    public void A_preset_can_be_set_from_outside_the_file() =>
        Assert.Equal(
            LinkPresets.Edge.Upload,
            ScenarioBuilder.Build(Lab.Parse(File.Replace("CONDITIONS", "name: access", StringComparison.Ordinal), "links.access.preset=edge")).Network.Links.Single().Forward);

    [Fact]
    public void A_preset_of_ones_own_keeps_its_models_until_a_key_takes_their_place()
    {
        var own = new LinkOptions
        {
            DelayModel = new UniformDelayOptions(TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(5)),
            LossModel = new PeriodicLossOptions(7),
            Mtu = 1400,
            ReorderGap = 3,
            Limit = 9,
            Queue = new CodelQueueOptions(),
        };
        ScenarioTables.Presets.Add(new PresetKind(new LinkPreset("tunnel", "A tunnel.", own, own with { Mtu = 1300 }, "Ours.")));
        try
        {
            Assert.Equal(own, Build("preset: tunnel").Backward);
            Assert.Equal(own with { Mtu = 1300 }, Build("preset: tunnel").Forward);
            Assert.Equal(own with { Mtu = 1200, DelayModel = null, Delay = TimeSpan.FromMilliseconds(1) }, Build("preset: tunnel, delay: 1ms, mtu: 1200B").Forward);
            Assert.Equal(own with { LossModel = null, Loss = 0.5 }, Build("preset: tunnel, backward: { loss: 50% }").Backward);
            Assert.Contains("has a distribution of its own", Assert.Single(Problems("preset: tunnel, jitter: 1ms")), StringComparison.Ordinal);
        }
        finally
        {
            ScenarioTables.Presets.Remove("tunnel");
        }
    }

    [Fact]
    public void An_unknown_preset_is_told_with_a_suggestion() =>
        Assert.StartsWith(
            "lab.yaml:3:46: links[0].preset: \"dls\" is not a known preset; did you mean \"dsl\"? (known: perfect, data-centre, lan, wifi, ",
            Assert.Single(Problems("preset: dls")), StringComparison.Ordinal);

    [Theory]
    [InlineData("dsl", "1.5Mbps down, 384kbps up; 25ms one-way; no loss")]
    [InlineData("very-bad", "1Mbps down, 1Mbps up; 500ms one-way; 10% loss")]
    public void The_figures_are_told_in_short(string name, string figures) =>
        Assert.Equal(figures, ScenarioTables.Presets.Find(name)!.Figures);

    private static Link Build(string conditions) =>
        ScenarioBuilder.Build(Lab.Parse(File.Replace("CONDITIONS", conditions, StringComparison.Ordinal))).Network.Links.Single();

    private static string[] Problems(string conditions) => Lab.Problems(File.Replace("CONDITIONS", conditions, StringComparison.Ordinal));
}
