using System.IO.Pipes;
using System.Text;
using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class OutputDirectoryTests
{
    [Fact]
    public void Files_are_written_whole_and_nothing_is_left_beside_them()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--out", lab.PathOf("new/out"), "--capture", "--events");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(
            ["capture.pcapng", "events.ndjson", "report.html", "results.json"],
            Directory.GetFiles(lab.PathOf("new/out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("wavetank.results/1", File.ReadAllText(lab.PathOf("new/out/results.json")), StringComparison.Ordinal);
        Assert.Equal([0x0A, 0x0D, 0x0D, 0x0A], File.ReadAllBytes(lab.PathOf("new/out/capture.pcapng"))[..4]);
        Assert.StartsWith("{\"n\":1,", File.ReadLines(lab.PathOf("new/out/events.ndjson")).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_holds_the_scenario_from_standard_input()
    {
        using var lab = new Lab();

        CommandResult result = Command.RunWith(Lab.Echo, "run", "-", "--out", lab.PathOf("out"));

        Assert.Equal(ExitCode.Success, result.ExitCode);
        AssertHoldsEcho(lab.PathOf("out/report.html"));
    }

    [Fact]
    public void The_report_holds_the_scenario_from_a_pipe_which_gives_it_only_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A pipe has a path only on Linux.");
        using var lab = new Lab();
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        string path = $"/dev/fd/{pipe.GetClientHandleAsString()}";
        pipe.Write(Encoding.UTF8.GetBytes(Lab.Echo));
        pipe.Close();

        CommandResult result = Command.Run("run", path, "--out", lab.PathOf("out"));

        Assert.Equal(ExitCode.Success, result.ExitCode);
        AssertHoldsEcho(lab.PathOf("out/report.html"));
    }

    [Fact]
    public void A_capture_and_an_event_log_do_not_change_the_run()
    {
        using var lab = new Lab();

        string plain = Command.Run("run", lab.Scenario, "--quiet").Output;
        string captured = Command.Run("run", lab.Scenario, "--quiet", "--out", lab.PathOf("out"), "--capture", "--events").Output;

        Assert.Equal(DigestIn(plain), DigestIn(captured));
    }

    [Fact]
    public void A_storm_is_printed_and_written_as_a_timeline_that_gives_the_same_run()
    {
        using var lab = new Lab(Lab.Echo + "\nduration: 60s\n");
        using var stormy = new Lab(Lab.Echo + """

            duration: 60s
            storm: { until: 20s, crashes: { every: 500ms, shortest: 100ms, longest: 1s }, cuts: { every: 500ms, shortest: 100ms, longest: 1s } }
            """);

        CommandResult storm = Command.Run("run", stormy.Scenario, "--out", stormy.PathOf("out"));
        string timeline = File.ReadAllText(stormy.PathOf("out/timeline.yaml"));
        File.AppendAllText(lab.Scenario, timeline);
        CommandResult replayed = Command.Run("run", lab.Scenario);

        Assert.Equal(DigestIn(storm.Output), DigestIn(replayed.Output));
        Assert.All(timeline.Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal)), line => Assert.Contains(line, storm.Output, StringComparison.Ordinal));
        Assert.Contains("Faults: the first 20 of ", replayed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The storm, as a timeline", replayed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_run_replaces_the_files()
    {
        using var lab = new Lab();
        Directory.CreateDirectory(lab.PathOf("out"));
        File.WriteAllText(lab.PathOf("out/results.json"), "old");

        Command.Run("run", lab.Scenario, "--out", lab.PathOf("out"));

        Assert.StartsWith("{", File.ReadAllText(lab.PathOf("out/results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_found_before_the_run()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--out", lab.Scenario);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal([$"wavetank: --out {lab.Scenario}: is a file; name a directory, which is made where it is missing"], result.Errors);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_bad_scenario_makes_no_directory()
    {
        using var lab = new Lab("devices: 5");

        Assert.Equal(ExitCode.BadInput, Command.Run("run", lab.Scenario, "--out", lab.PathOf("out")).ExitCode);
        Assert.False(Directory.Exists(lab.PathOf("out")));
    }

    [Theory]
    [InlineData("--capture")]
    [InlineData("--capture-each")]
    [InlineData("--events")]
    public void What_is_recorded_needs_a_directory(string option)
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, option);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal([$"wavetank: {option} needs a directory to write to; add --out DIR"], result.Errors);
    }

    [Theory]
    [InlineData("", "--out is empty; name a directory, which is made where it is missing")]
    [InlineData("/proc/no-such-thing", "--out /proc/no-such-thing: nothing can be written there: there is no such place, and it cannot be made")]
    [InlineData("/dev/null/x", "--out /dev/null/x: nothing can be written there: /dev/null is a file, not a directory")]
    public void A_place_for_files_that_is_none_is_said_in_plain_words(string path, string line)
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--out", path);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal([$"wavetank: {line}"], result.Errors);
    }

    [Fact]
    public void Each_interface_has_a_capture_of_its_own()
    {
        using var lab = new Lab();

        CommandResult result = Command.Run("run", lab.Scenario, "--out", lab.PathOf("out"), "--capture-each");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(
            ["client-1.eth0.pcapng", "client-2.eth0.pcapng", "core.eth0.pcapng", "core.eth1.pcapng", "core.eth2.pcapng", "server.eth0.pcapng"],
            Directory.GetFiles(lab.PathOf("out/captures")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal([0x0A, 0x0D, 0x0D, 0x0A], File.ReadAllBytes(lab.PathOf("out/captures/server.eth0.pcapng"))[..4]);
    }

    private static void AssertHoldsEcho(string report) =>
        Assert.Contains("\"source\":\"name: echo over a lossy link\\nseed: 7\\n", File.ReadAllText(report), StringComparison.Ordinal);

    private static string DigestIn(string output) => output[output.IndexOf("digest ", StringComparison.Ordinal)..][..23];
}
