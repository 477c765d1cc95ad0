using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Scenarios.Tests.Support;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Scenarios.Tests.Running;

public sealed class RunTests
{
    private const string Echo = Runs.TwoHosts + """
        applications:
          - { on: server, run: tcp-echo-server, port: 7 }
          - { on: client, run: tcp-echo-client, to: "server:7", size: 100B, count: 30 }
        """;

    [Fact]
    public void Every_application_does_its_work()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications:
              - { on: server, run: tcp-echo-server, port: 7 }
              - { on: server, run: udp-echo-server, port: 7 }
              - { on: server, run: bulk-receiver, port: 9 }
              - { on: client, run: tcp-echo-client, to: "server:7", size: 100B, count: 30 }
              - { on: client, run: udp-echo-client, to: "server:7", size: 200B, count: 20 }
              - { on: client, run: bulk-sender, to: "server:9", size: 1MB }
              - { on: client, run: ping, to: server, count: 5 }
            """);

        Assert.Equal(RunOutcome.Completed, result.Outcome);
        Assert.Equal(
            [
                "tcp-echo-server 1 3000 0", "udp-echo-server 20 4000 0", "bulk-receiver 1 1000000 0", "tcp-echo-client 30 3000 0",
                "udp-echo-client 20 4000 0", "bulk-sender 1 1000000 0", "ping 5 280 0",
            ],
            result.Applications.Select(a => $"{a.Name} {a.Total.Count} {a.Total.Bytes} {a.Total.Errors}"));
        Assert.Equal(20_000_000, result.RoundTrip("tcp-echo-client", "p50"));
        Assert.Equal(20_000_000, result.RoundTrip("udp-echo-client", "max"));
        Assert.Equal(20_000_000, result.RoundTrip("ping", "mean"));
    }

    [Fact]
    public void Servers_that_still_listen_do_not_keep_a_run_from_being_complete()
    {
        ScenarioResult result = Runs.Execute(Echo);

        Assert.Equal(RunOutcome.Completed, result.Outcome);
        Assert.Empty(result.Waiting);
    }

    [Fact]
    public void A_run_ends_with_its_duration()
    {
        ScenarioResult result = Runs.Execute("duration: 200ms\n" + Echo);

        Assert.Equal(RunOutcome.TimeLimit, result.Outcome);
        Assert.Equal(200_000_000, result.SimulatedTime.Nanoseconds);
        Assert.Equal(9, result.Figures("tcp-echo-client").Count);
    }

    [Fact]
    public void A_program_that_waits_for_what_cannot_come_is_named()
    {
        ScenarioResult result = Runs.Execute(Echo, network => ((Host)network.FindDevice("client")).Run(
            async () =>
            {
                using var udp = new UdpClient(9);
                await udp.ReceiveAsync();
            },
            "stuck"));

        Assert.Equal(RunOutcome.Idle, result.Outcome);
        WaitingProgram waiting = Assert.Single(result.Waiting);
        Assert.Equal(("client", "stuck", "udp"), (waiting.Host, waiting.Program, waiting.Protocol));
        Assert.EndsWith(":9", waiting.Local, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_in_use_is_an_error_of_that_application_alone()
    {
        ScenarioResult result = Runs.Execute(Echo + "\n  - { on: server, run: bulk-receiver, port: 7 }");

        Assert.Equal(RunOutcome.Completed, result.Outcome);
        Assert.Equal(30, result.Figures("tcp-echo-client").Count);
        Assert.Equal(1, result.Figures("bulk-receiver").Errors);
        Assert.StartsWith("ended early: AddressAlreadyInUse", Assert.Single(result.Figures("bulk-receiver").FirstErrors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_in_a_program_ends_the_run_and_says_where()
    {
        ProgramFailedException failure = Assert.Throws<ProgramFailedException>(() => Runs.Execute(
            Echo, network => ((Host)network.FindDevice("client")).Run(() => throw new InvalidOperationException("a bug"), "buggy")));

        Assert.Contains("'buggy' on host 'client' failed at 0.000000000 s: InvalidOperationException: a bug", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_gives_what_was_measured_so_far()
    {
        using var run = new ScenarioRun(Lab.Parse(Echo));
        run.Network.At(TimeSpan.FromMilliseconds(205), run.Stop);

        ScenarioResult result = run.Execute();

        Assert.Equal(RunOutcome.Stopped, result.Outcome);
        Assert.Equal(205_000_000, result.SimulatedTime.Nanoseconds);
        Assert.Equal(9, result.Figures("tcp-echo-client").Count);
        Assert.Equal(205_000_000, run.Progress.SimulatedTime.Nanoseconds);
    }

    [Fact]
    public void A_run_can_be_stopped_before_it_begins()
    {
        using var run = new ScenarioRun(Lab.Parse(Echo));
        run.Stop();

        Assert.Equal(RunOutcome.Stopped, run.Execute().Outcome);
    }

    [Fact]
    public void Refused_connections_are_errors_with_their_text()
    {
        ScenarioResult result = Runs.Execute(Runs.TwoHosts + """
            applications: [{ on: client, run: tcp-echo-client, to: "server:7", count: 3 }]
            """);

        Assert.Equal(3, result.Figures("tcp-echo-client").Errors);
        Assert.Equal([nameof(SocketError.ConnectionRefused)], result.Figures("tcp-echo-client").FirstErrors);
    }

    [Fact]
    public void An_hour_in_which_ten_hosts_exchange_a_message_every_ten_seconds_costs_what_happens_in_it()
    {
        ScenarioResult result = Runs.Execute("""
            duration: 1h
            devices: { server: { kind: host }, client: { kind: host, count: 10 } }
            links: [{ between: [client, server], rate: 10Mbps, delay: 20ms }]
            applications:
              - { on: server, run: tcp-echo-server, port: 7 }
              - { on: client, run: tcp-echo-client, to: "server:7", size: 100B, count: 350, think: 10s }
            """);

        ApplicationFigures clients = result.Applications[1].Total;
        Assert.Equal((3500, 350_000, 0), (clients.Count, clients.Bytes, clients.Errors));
        Assert.Equal(3_600_000_000_000, result.SimulatedTime.Nanoseconds);

        // A message, its echo, and the acknowledgment of the echo: an event for each, and one for the end of the pause. Idle time costs nothing.
        Assert.InRange(result.Packets, 3 * 3500, (3 * 3500) + (10 * 10));
        Assert.InRange(result.Events, 4 * 3500, (4 * 3500) + (20 * 10));
    }
}
