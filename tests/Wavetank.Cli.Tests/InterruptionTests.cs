using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class InterruptionTests
{
    // Hours of work for any machine: only the interruption ends it.
    private const string Endless = """
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], rate: 100Mbps, delay: 1ms }]
        applications:
          - { on: server, run: tcp-echo-server, port: 7 }
          - { on: client, run: tcp-echo-client, to: "server:7", count: 1000000000 }
        """;

    [Fact]
    public void An_interrupted_run_shows_and_writes_what_was_measured()
    {
        using var lab = new Lab();
        using var interruption = new Interruption();
        interruption.Raise(ExitCode.Interrupted);

        CommandResult result = Command.Run(interruption, "run", lab.Scenario, "--out", lab.PathOf("out"), "--capture");

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.Contains("stopped at 0 ns", result.Output, StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(lab.PathOf("out")).Length);
    }

    [Fact]
    public void An_interrupted_verification_says_so()
    {
        using var lab = new Lab();
        using var interruption = new Interruption();
        interruption.Raise(ExitCode.Terminated);

        CommandResult result = Command.Run(interruption, "verify", lab.Scenario);

        Assert.Equal(ExitCode.Terminated, result.ExitCode);
        Assert.Equal(["wavetank: stopped before the runs could be compared"], result.Errors);
    }

    [Theory]
    [InlineData("INT", ExitCode.Interrupted)]
    [InlineData("TERM", ExitCode.Terminated)]
    public async Task A_signal_in_the_middle_of_a_run_ends_it_cleanly(string signal, int exitCode)
    {
        Assert.SkipWhen(RuntimeInformation.IsOSPlatform(OSPlatform.Windows), "There are no such signals.");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(), "Interrupts are ignored here, as shells have it for what they start in the background.");
        using var lab = new Lab(Endless);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using Process process = Command.Start("run", lab.Scenario, "--format", "json", "--out", lab.PathOf("out"), "--events");
        try
        {
            // The event log grows once the run has begun; that is the moment to interrupt it.
            while (!process.HasExited && !HasBegun(lab.PathOf("out")))
                await Task.Delay(20, patience.Token);

            using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
            string output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal(exitCode, process.ExitCode);
            JsonElement json = JsonDocument.Parse(output).RootElement;
            Assert.Equal("stopped", json.GetProperty("run").GetProperty("outcome").GetString());
            Assert.True(json.GetProperty("applications")[1].GetProperty("count").GetInt64() > 0);
            Assert.Equal(output, File.ReadAllText(lab.PathOf("out/results.json")));
            Assert.Equal(3, Directory.GetFiles(lab.PathOf("out")).Length);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>Linux says so of this process, whose children inherit it: SIGINT is the second bit of the mask.</summary>
    private static bool IgnoresInterrupts() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Any(line => line.StartsWith("SigIgn:", StringComparison.Ordinal) && (Convert.ToUInt64(line[7..].Trim(), 16) & 2) != 0);

    private static bool HasBegun(string directory) =>
        Directory.Exists(directory) && Directory.GetFiles(directory, "events.ndjson.*").Any(file => new FileInfo(file).Length > 0);
}
