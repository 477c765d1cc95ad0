using Wavetank.Scenarios;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Tests.Metrics;

public sealed class RunMetricsTests
{
    private const string Lab = """
        name: lab
        seed: 7
        duration: 5s
        devices:
          server: { kind: host }
          client: { kind: host, count: 3 }
          core: { kind: router }
          phone: { kind: host }
        links:
          - { name: access, between: [client, core], delay: 5ms, loss: 2% }
          - { name: bottleneck, between: [core, server], rate: 2Mbps, delay: 5ms, queue: { limit: 5 packets } }
          - { name: wire, between: [phone, core], delay: 1ms }
        applications:
          - { on: server, run: tcp-echo-server, port: 7 }
          - { on: server, run: bulk-receiver, port: 9 }
          - { on: client, run: tcp-echo-client, to: "server:7", size: 4KB, count: 20 }
          - { on: phone, run: bulk-sender, to: "server:9", size: 300KB }
        """;

    [Fact]
    public void Every_metric_is_what_an_expectation_of_its_name_measures()
    {
        IReadOnlyList<Measurement> measurements = Run(Lab).Metrics.Measurements;
        Measurement[] expectable = [.. measurements.Where(m => m.Value is not null && !m.Metric.Name.StartsWith("run.", StringComparison.Ordinal))];
        string expectations = string.Concat(expectable.Select(m => $"\n  - {m.Metric.Name} >= 0{Suffix(m.Metric.Unit)}"));

        ScenarioResult result = Run($"{Lab}\nexpect:{expectations}").Result;

        Assert.True(expectable.Length > 60);
        Assert.Equal(
            expectable.Select(m => (m.Metric.Name, m.Metric.Unit, (decimal)m.Value!.Value)),
            result.Expectations.Select(e => (e.Expectation.Text.Split(' ')[0], e.Expectation.Metric.Unit, e.Measured!.Value)));
    }

    [Fact]
    public void Names_are_those_of_expectations_and_in_the_order_of_the_file() => Assert.Equal(
        [
            "tcp-echo-server", "bulk-receiver", "client", "phone", "access", "bottleneck", "wire", "run",
        ],
        Run(Lab).Metrics.Measurements.Select(m => m.Metric.Name.Split('.')[0]).Distinct());

    [Fact]
    public void What_was_not_measured_is_there_without_a_value()
    {
        RunMetrics metrics = Run(Lab.Replace("count: 20", "count: 20, start: 4999ms", StringComparison.Ordinal)).Metrics;

        Assert.Null(metrics.Find("client.round-trip.p99")!.Value);
        Assert.Equal(0, metrics.Find("client.count")!.Value);
        Assert.Null(metrics.Find("phone.slowest-interval")!.Value);
    }

    [Fact]
    public void An_expectation_adds_the_figure_that_only_it_speaks_of()
    {
        RunMetrics metrics = Run($"{Lab}\nexpect:\n  - client-2.round-trip.p50 < 1s\n  - bottleneck.forward.drops == 0\n  - tcp-echo-client.errors == 0").Metrics;

        Assert.Equal(Better.Lower, metrics.Find("client-2.round-trip.p50")!.Metric.Better);
        Assert.Equal(Better.Lower, metrics.Find("bottleneck.forward.drops")!.Metric.Better);
        Assert.Null(metrics.Find("tcp-echo-client.errors"));
        Assert.Equal(1, metrics.Find("run.failed-expectations")!.Value);
    }

    [Theory]
    [InlineData("client.round-trip.p99", Better.Lower, true)]
    [InlineData("client.round-trip.mean", Better.Lower, false)]
    [InlineData("client.errors", Better.Lower, false)]
    [InlineData("phone.goodput", Better.Higher, false)]
    [InlineData("bottleneck.utilisation", Better.Neither, false)]
    [InlineData("bottleneck.forward.queue-wait.max", Better.Lower, true)]
    public void A_metric_says_what_is_better_and_whether_it_is_a_percentile(string name, Better better, bool isPercentile)
    {
        Metric metric = Run(Lab).Metrics.Find(name)!.Metric;

        Assert.Equal((better, isPercentile), (metric.Better, metric.IsPercentile));
        Assert.NotEmpty(metric.Summary);
    }

    [Fact]
    public void Figures_of_ones_own_are_read_back_as_they_were_saved()
    {
        using var folder = new TemporaryFolder();
        var metrics = new RunMetrics(
            "orders 1.2",
            18_446_744_073_709_551_615,
            [
                new(new Metric("orders.latency.p99", MetricUnit.Duration, Better.Lower, "From order to receipt."), 12_345_678.5),
                new(new Metric("orders.lost", MetricUnit.Count, Better.Neither), null),
            ])
        {
            Digest = "0123456789abcdef",
        };

        metrics.Save(folder.PathOf("new", "1"));
        RunMetrics read = RunMetrics.Load(folder.PathOf("new", "1"));

        Assert.Equal(metrics.Measurements, read.Measurements);
        Assert.Equal((metrics.Scenario, metrics.Seed, metrics.Digest, null), (read.Scenario, read.Seed, read.Digest, read.Outcome));
    }

    [Fact]
    public void Figures_of_the_same_name_are_refused() => Assert.Throws<ArgumentException>(() =>
        new RunMetrics("x", 1, [new(new Metric("a", MetricUnit.Count, Better.Lower), 1), new(new Metric("a", MetricUnit.Count, Better.Lower), 2)]));

    private static string Suffix(MetricUnit unit) => unit switch
    {
        MetricUnit.Duration => "ns",
        MetricUnit.Size => "B",
        MetricUnit.Rate => "bps",
        MetricUnit.Part => "%",
        _ => "",
    };

    private static (ScenarioResult Result, RunMetrics Metrics) Run(string text)
    {
        using var run = new ScenarioRun(ScenarioFile.Parse(text, "lab.yaml"));
        ScenarioResult result = run.Execute();
        return (result, RunMetrics.Of(result));
    }
}
