using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Queues;

public sealed class QueueFiguresTests
{
    public static TheoryData<string> Kinds => [.. ScenarioTables.Queues.Names];

    private static string Transfer(string queue, string expect) => $$"""
        duration: 60s
        devices: { server: { kind: host }, client: { kind: host, ecn: on } }
        links: [{ between: [client, server], rate: 10Mbps, delay: 10ms, queue: {{queue}} }]
        applications:
          - { on: server, run: bulk-receiver, port: 9 }
          - { on: client, run: bulk-sender, to: "server:9", size: 3MB }
        expect: [client.bytes == 3MB, {{expect}}]
        """;

    [Fact]
    public void Waits_of_each_direction_are_measured_and_can_be_expected()
    {
        // 64 packets of 1500 bytes at 10 Mbit/s take 77 ms; what comes back hardly waits.
        ScenarioResult result = Runs.Execute(Transfer(
            "{ kind: fifo, limit: 64 packets }",
            "client-server.forward.queue-wait.max < 77ms, client-server.forward.queue-wait.p90 > 40ms, client-server.backward.queue-wait.max < 1ms, "
            + "client-server.queue-wait.min == 0ms, client-server.backward.drops == 0, client-server.forward.drops-queue-full > 0"));

        Assert.Equal([], result.Expectations.Where(expectation => !expectation.Holds).Select(e => $"{e.Expectation.Text}: {e.Measured}"));
    }

    [Theory]
    [InlineData("codel", "client-server.marks == 0, client-server.drops-queue-early > 0, client-server.forward.queue-wait.p50 < 20ms")]
    [InlineData("fq-codel", "client-server.marks > 0, client-server.drops == 0, client-server.forward.queue-wait.p50 < 20ms")]
    [InlineData("{ kind: policer, rate: 5Mbps, burst: 30KB }", "client-server.drops-policed > 0, client-server.utilisation < 55%")]
    [InlineData("{ kind: shaper, rate: 5Mbps }", "client-server.utilisation < 55%, client-server.forward.queue-wait.max > 20ms")]
    public void What_a_queue_does_can_be_expected(string queue, string expect)
    {
        ScenarioResult result = Runs.Execute(Transfer(queue, expect));

        Assert.Equal([], result.Expectations.Where(expectation => !expectation.Holds).Select(e => $"{e.Expectation.Text}: {e.Measured}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_queue_of_the_table_carries_a_transfer(string name)
    {
        QueueKind kind = ScenarioTables.Queues.Find(name)!;
        string options = string.Concat(kind.Options.Where(option => option.IsRequired).Select(option => $", {option.Name}: {option.ValueFormat.Example}"));

        ScenarioResult result = Runs.Execute(Transfer($"{{ kind: {name}{options} }}", "client.errors == 0"));

        Assert.All(result.Expectations, expectation => Assert.True(expectation.Holds, $"{expectation.Expectation.Text}: {expectation.Measured}"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_option_of_a_queue_has_a_summary_a_right_example_and_a_default_that_reads_back(string name)
    {
        QueueKind kind = ScenarioTables.Queues.Find(name)!;

        Assert.EndsWith(".", kind.Summary, StringComparison.Ordinal);
        Assert.All(kind.Options, option =>
        {
            Assert.EndsWith(".", option.Summary, StringComparison.Ordinal);
            Assert.True(option.TryParse(option.ValueFormat.Example, out _, out string? problem), $"{option.Name}: {problem}");
            if (option.Default is { } text)
            {
                Assert.True(option.TryParse(text, out object? value, out problem), $"{option.Name}: {problem}");
                Assert.Equal(option.DefaultValue, value);
            }
        });
    }
}
