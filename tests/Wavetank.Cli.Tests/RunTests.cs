using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    public void The_tables_show_what_was_echoed_and_verified()
    {
        using var lab = new Lab();

        // Without loss, so that not every change of TCP's recovery changes the screen.
        CommandResult result = Command.Run("run", lab.Scenario, "--set", "links.core-server.loss=0%");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Empty(result.Errors);
        Snapshot.Matches(result.Output, "run");
    }

    [Fact]
    public void Errors_drops_and_failed_expectations_are_shown()
    {
        using var lab = new Lab(Lab.Echo
            .Replace("port: 7 }", "port: 8 }", StringComparison.Ordinal)
            .Replace("run: tcp-echo-client", "run: udp-echo-client", StringComparison.Ordinal));

        CommandResult result = Command.Run("run", lab.Scenario);

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Snapshot.Matches(result.Output, "run-with-errors");
    }

    [Fact]
    public void Quiet_prints_the_verdict_alone()
    {
        using var lab = new Lab();

        string[] lines = Command.Run("run", lab.Scenario, "--quiet").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("completed at ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("digest ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_and_single_values_can_be_set()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run(
            "run", lab.Scenario, "--seed", "99", "--set", "links.core-server.loss=0%", "--set", "devices.client.count=3");

        Assert.Contains("· seed 99", result.Output, StringComparison.Ordinal);
        Assert.Contains("30 replies verified", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("link loss", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_waits_for_ever_is_named_with_its_socket()
    {
        // The server has acknowledged the message, of which it sends back a little a round trip, when the link is cut for longer than TCP tries.
        using var lab = new Lab("""
            devices: { server: { kind: host }, client: { kind: host } }
            links: [{ between: [client, server], rate: 100Mbps, delay: 10ms }]
            applications:
              - { on: server, run: tcp-echo-server, port: 7, send-buffer: 5KB }
              - { on: client, run: tcp-echo-client, to: "server:7", size: 60KB }
            timeline: [{ at: 150ms, cut: client-server, for: 2h }]
            """);

        CommandResult result = Command.Run("run", lab.Scenario);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("Still waiting, and nothing is left that could happen", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"client  tcp-echo-client  tcp +[0-9.:]+ +10\.0\.0\.2:7 +ESTABLISHED +Receive since 0\.1", result.Output);
        Assert.Contains("idle since ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_in_the_run_is_one_line_without_a_stack_and_exits_3()
    {
        var errors = new StringWriter();

        int exitCode = Failures.Report(
            new Wavetank.Engine.Programs.ProgramFailedException("Program 'p' on host 'h' failed at 1 s: X: a\nb", new InvalidOperationException("a\nb")),
            Output.Terminal.Of(TextWriter.Null, errors),
            debug: false);

        Assert.Equal(ExitCode.RunFailed, exitCode);
        Assert.Equal("wavetank: Program 'p' on host 'h' failed at 1 s: X: a b\n", errors.ToString());
    }

    [Fact]
    public void An_internal_error_asks_for_a_report_and_shows_its_stack_on_request()
    {
        var errors = new StringWriter();

        int exitCode = Failures.Report(new InvalidOperationException("oops"), Output.Terminal.Of(TextWriter.Null, errors), debug: true);

        Assert.Equal(ExitCode.RunFailed, exitCode);
        Assert.StartsWith("wavetank: internal error, please report it: InvalidOperationException: oops\n", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException: oops", errors.ToString(), StringComparison.Ordinal);
    }
}
