using Wavetank.Cli.Output;
using Wavetank.Cli.Tables;
using Wavetank.Cli.Tests.Support;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Tests;

public sealed class OverTimeTableTests
{
    [Fact]
    public void Each_direction_has_its_curves_the_busiest_first() => Snapshot.Matches(Table("""
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], delay: 20ms, rate: 2Mbps, queue: { kind: fifo, limit: 10 packets } }]
        applications:
          - { on: server, run: udp-sink, port: 9 }
          - { on: client, run: udp-sender, to: "server:9", size: 1000B, gap: 8ms, duration: 4s }
          - { on: client, run: udp-sender, name: burst, to: "server:9", size: 1000B, gap: 3ms, start: 2s, duration: 1s }
        """), "over-time");

    [Fact]
    public void Nothing_is_shown_of_a_run_without_links() => Assert.Equal("", Table("""
        devices: { server: { kind: host } }
        links: []
        applications: [{ on: server, run: udp-sink, port: 9 }]
        duration: 1s
        """));

    private static string Table(string text)
    {
        using var run = new ScenarioRun(ScenarioFile.Parse(text, "lab.yaml"));
        RunRecording recording = run.RecordLinks();
        ScenarioResult result = run.Execute();
        using var screen = new StringWriter();
        OverTimeTable.Write(result, recording.CompleteLinks(), Terminal.Of(screen, TextWriter.Null).Tables);
        return screen.ToString();
    }
}
