using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Applications;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Checking;

public sealed class ModelTests
{
    private static Duration Ms(long ms) => new(ms * 1_000_000);

    [Fact]
    public void Top_is_read()
    {
        Scenario scenario = Lab.Parse(Lab.Good);

        Assert.Equal("echo over a shaky uplink", scenario.Name);
        Assert.Equal(7UL, scenario.Seed);
        Assert.Equal(Ms(60_000), scenario.Duration);
    }

    [Fact]
    public void What_is_absent_has_its_default()
    {
        Scenario scenario = ScenarioFile.Parse("devices: { a: { kind: host } }\napplications: [{ on: a, run: ping, to: a }]", "dir/small.lab.yaml");

        Assert.Equal("small.lab", scenario.Name);
        Assert.Equal(1UL, scenario.Seed);
        Assert.Null(scenario.Duration);
        Assert.Empty(scenario.Links);
        Assert.Empty(scenario.Timeline);
        Assert.Empty(scenario.Expectations);
    }

    [Fact]
    public void Counted_device_makes_numbered_members()
    {
        DeviceSpec client = Lab.Parse(Lab.Good).Devices[1];

        Assert.Equal("client", client.Name);
        Assert.Equal(["client-1", "client-2", "client-3"], client.Members);
        Assert.True(client.IsGroup);
    }

    [Fact]
    public void Link_of_a_counted_device_makes_one_link_for_each_member()
    {
        LinkSpec link = Lab.Parse(Lab.Good).Links[0];

        Assert.Equal("client-core", link.Name);
        Assert.Equal(
            [new("client-1-core", "client-1", "core"), new("client-2-core", "client-2", "core"), new("client-3-core", "client-3", "core")],
            link.Members);
    }

    [Fact]
    public void Named_link_of_a_counted_device_numbers_its_name()
    {
        LinkSpec link = Lab.Parse(Lab.Good.Replace("[client, core]", "[core, client], name: uplink").Replace("client-2-core", "uplink-2")).Links[0];

        Assert.Equal("uplink", link.Name);
        Assert.Equal(new LinkMember("uplink-2", "core", "client-2"), link.Members[1]);
    }

    [Fact]
    public void Conditions_hold_in_both_directions()
    {
        LinkSpec link = Lab.Parse(Lab.Good).Links[1];

        Assert.Equal(link.Forward, link.Backward);
        Assert.Equal(new BitRate(100_000_000), link.Forward.Rate);
        Assert.Equal(Ms(20), link.Forward.Delay);
        Assert.Equal(Ms(2), link.Forward.Jitter);
        Assert.Equal(new Probability(0.001m), link.Forward.Loss);
        Assert.Equal(QueueLimit.Bytes(new ByteSize(64_000)), link.Forward.Queue.Limit);
        Assert.Equal(new ByteSize(1500), link.Forward.Mtu);
    }

    [Fact]
    public void Direction_overrides_what_it_names_and_inherits_the_rest()
    {
        LinkSpec link = Lab.Parse(Lab.Good.Replace(
            "loss: 0.1%", "loss: 0.1%\n    backward: { rate: 1Mbps, loss: 0%, queue: { limit: 10 packets } }")).Links[1];

        Assert.Equal(new BitRate(100_000_000), link.Forward.Rate);
        Assert.Equal(new BitRate(1_000_000), link.Backward.Rate);
        Assert.Equal(Ms(20), link.Backward.Delay);
        Assert.Equal(new Probability(0), link.Backward.Loss);
        Assert.Equal(new Probability(0.001m), link.Forward.Loss);
        Assert.Equal(QueueLimit.Packets(10), link.Backward.Queue.Limit);
    }

    [Fact]
    public void Link_without_conditions_is_ideal_with_a_queue_of_100_packets()
    {
        LinkConditions conditions = Lab.Parse(Lab.Good.Replace(", delay: 5ms", "")).Links[0].Forward;

        Assert.Null(conditions.Rate);
        Assert.Equal(default, conditions.Delay);
        Assert.Equal(default, conditions.Loss);
        Assert.Equal("fifo", conditions.Queue.Kind.Name);
        Assert.Equal(QueueLimit.Packets(100), conditions.Queue.Limit);
    }

    [Fact]
    public void Application_has_its_options_and_their_defaults()
    {
        ApplicationSpec client = Lab.Parse(Lab.Good).Applications[1];

        Assert.Equal(TcpEchoClient.Kind, client.Kind);
        Assert.Equal("tcp-echo-client", client.Name);
        Assert.Equal(["client-1", "client-2", "client-3"], client.Hosts);
        Assert.Equal(new Destination("server", 5000), client.Options.Get(TcpEchoClient.To));
        Assert.Equal(new ByteSize(64), client.Options.Get(TcpEchoClient.Size));
        Assert.Equal(1000, client.Options.Get(TcpEchoClient.Count));
        Assert.Equal("exponential(10ms)", client.Options.Get(TcpEchoClient.Think).ToString());
        Assert.False(client.Options.TryGet(TcpEchoClient.Timeout, out _));
        Assert.Equal(new Duration(0), client.Start);
    }

    [Fact]
    public void Asking_for_an_option_that_has_no_value_names_the_call_to_use()
    {
        ApplicationSpec client = Lab.Parse(Lab.Good).Applications[1];

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => client.Options.Get(TcpEchoClient.Timeout));
        Assert.Contains("TryGet", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Timeline_names_the_links_themselves()
    {
        IReadOnlyList<TimelineEntry> timeline = Lab.Parse(Lab.Good.Replace("cut: client-2-core", "cut: client-core")).Timeline;

        TimelineEntry set = timeline[0], cut = timeline[1];
        Assert.Equal(("set", Ms(20_000), Ms(10_000)), (set.Action.Name, set.At, set.For));
        Assert.Equal(["core-server"], set.Targets);
        Assert.Contains(KeyValuePair.Create("loss", "5%"), set.Options.Given);
        Assert.Equal(("cut", null), (cut.Action.Name, cut.For));
        Assert.Equal(["client-1-core", "client-2-core", "client-3-core"], cut.Targets);
    }

    [Fact]
    public void Expectation_is_read_with_its_unit()
    {
        Expectation expectation = Lab.Parse(Lab.Good).Expectations[0];

        Assert.Equal("client.round-trip.p99 < 400ms", expectation.Text);
        Assert.Equal((SubjectSort.Device, "client"), (expectation.Subject.Sort, expectation.Subject.Name));
        Assert.Equal([1], expectation.Subject.Applications);
        Assert.Null(expectation.Subject.Host);
        Assert.Equal(MetricUnit.Duration, expectation.Metric.Unit);
        Assert.Equal("p99", expectation.Statistic?.Name);
        Assert.Equal((Comparison.Less, 400_000_000m), (expectation.Comparison, expectation.Value));
    }

    [Theory]
    [InlineData("client-3.errors == 0", SubjectSort.Device, "client-3", Comparison.Equal)]
    [InlineData("tcp-echo-client.count>=1000", SubjectSort.Application, null, Comparison.GreaterOrEqual)]
    [InlineData("core-server.drops != 0", SubjectSort.Link, null, Comparison.NotEqual)]
    [InlineData("client-core.bytes <= 1MB", SubjectSort.Link, null, Comparison.LessOrEqual)]
    [InlineData("server.count > 0", SubjectSort.Device, "server", Comparison.Greater)]
    public void Expectation_speaks_of_devices_applications_and_links(string text, SubjectSort sort, string? host, Comparison comparison)
    {
        Expectation expectation = Lab.Parse(Lab.Good.Replace("client.errors == 0", text)).Expectations[1];

        Assert.Equal((sort, host, comparison), (expectation.Subject.Sort, expectation.Subject.Host, expectation.Comparison));
    }

    [Theory]
    [InlineData(Comparison.Less, true, false, false)]
    [InlineData(Comparison.LessOrEqual, true, true, false)]
    [InlineData(Comparison.Greater, false, false, true)]
    [InlineData(Comparison.GreaterOrEqual, false, true, true)]
    [InlineData(Comparison.Equal, false, true, false)]
    [InlineData(Comparison.NotEqual, true, false, true)]
    public void Expectation_compares_the_measured_figure_with_its_value(Comparison comparison, bool below, bool same, bool above)
    {
        Expectation expectation = Lab.Parse(Lab.Good).Expectations[0] with { Comparison = comparison, Value = 10 };

        Assert.Equal((below, same, above), (expectation.HoldsFor(9.5m), expectation.HoldsFor(10), expectation.HoldsFor(10.5m)));
    }
}
