using System.Text.Json;
using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class SweepVerbTests : IDisposable
{
    private readonly Lab _lab = new();

    private string Database => _lab.PathOf("lab.db");

    [Fact]
    public void Sweep_prints_a_row_for_each_point_and_how_it_ended()
    {
        CommandResult result = Sweep("--set", "links.client-core.rate=1Mbps,10Mbps", "--set", "applications[1].count=2,4", "--seeds", "1..3", "--metric", "client.count");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        string[] lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("echo over a lossy link · 4 points · seeds 1..3", lines[0]);
        Assert.Matches(@"^ +point +links.client-core.rate +applications\[1\].count +runs +client.count$", lines[2]);
        Assert.Matches(@"^ +1 +1Mbps +2 +3 +4 ± 0$", lines[3]);
        Assert.Matches(@"^ +4 +10Mbps +4 +3 +8 ± 0$", lines[6]);
        Assert.Equal("all 12 runs are done", lines[^1]);
        Assert.StartsWith("4 points, 12 runs; ", Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Same_command_again_runs_nothing_and_shows_the_same()
    {
        string[] arguments = ["--set", "links.core-server.loss=0%,5%", "--seeds", "1..2"];
        CommandResult first = Sweep(arguments);
        CommandResult second = Sweep([.. arguments, "--workers", "1"]);

        Assert.Equal(first.Output, second.Output);
        Assert.Contains("4 of them already done", Assert.Single(second.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_of_all_points_are_told_at_once_and_nothing_is_run_or_written()
    {
        CommandResult result = Sweep("--set", "links.core-server.loss=5%,200%,lots", "--set", "links.core-server.delay=1ms,-1ms", "--out", _lab.PathOf("sweep.html"));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal(
            ["links.core-server.delay=-1ms", "links.core-server.loss=200%", "links.core-server.loss=lots"],
            result.Errors.Select(line => line.Split(' ')[1].TrimEnd(':')).Order(StringComparer.Ordinal));
        Assert.Equal(["lab.yaml"], Directory.GetFiles(Path.GetDirectoryName(_lab.Scenario)!).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("--set links.core-server.loss", "is not PATH=VALUES")]
    [InlineData("--set links.core-server.loss=1%,,2%", "empty value")]
    [InlineData("--set seed=1,2", "given by --seeds")]
    [InlineData("--seeds 9..1", "--seeds takes a range from the lesser to the greater")]
    [InlineData("--workers 0", "--workers takes a whole number from 1 to 1024")]
    [InlineData("--precision 5%", "--precision needs to know of what")]
    [InlineData("--precision 0% --metric client.count", "--precision is more than 0%")]
    [InlineData("--metric client.cuont", "did you mean \"client.count\"?")]
    [InlineData("--latin-hypercube 5", "needs ranges to draw from")]
    [InlineData("--range links.core-server.loss=1%..5%", "add --latin-hypercube N")]
    [InlineData("--latin-hypercube 5 --range links.core-server.loss=1%..5% --set duration=1s,2s", "has 2 values; with --latin-hypercube it takes one")]
    [InlineData("--out /no/such/folder/sweep.html", "there is no folder")]
    public void Bad_usage_gets_one_clear_line(string arguments, string expected)
    {
        CommandResult result = Sweep(arguments.Split(' '));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.Errors), StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public void Standard_input_is_refused_since_runs_are_made_again_from_the_file() =>
        Assert.Contains("reads its scenario from a file", Assert.Single(Command.RunWith(Lab.Echo, "sweep", "-").Errors), StringComparison.Ordinal);

    [Fact]
    public void Runs_that_fail_are_kept_with_their_error_and_the_exit_status_says_so()
    {
        string[] arguments = ["sweep", _lab.Scenario, "--db", Database, "--seeds", "1..2"];
        CommandResult failed = Command.RunOn(network => throw new InvalidDataException("out of order"), arguments);
        CommandResult again = Command.Run(arguments);
        CommandResult retried = Command.Run([.. arguments, "--retry-failed"]);

        Assert.Equal(ExitCode.RunFailed, failed.ExitCode);
        Assert.Contains("InvalidDataException: out of order", failed.Output, StringComparison.Ordinal);
        Assert.EndsWith("all 2 runs are done; 2 failed\n", failed.Output, StringComparison.Ordinal);
        Assert.Equal(failed.Output, again.Output);
        Assert.Equal(ExitCode.Success, retried.ExitCode);
        Assert.EndsWith("all 2 runs are done\n", retried.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Expectations_that_break_in_some_run_show_in_the_exit_status()
    {
        CommandResult result = Sweep("--set", "links.core-server.delay=20ms,200ms", "--seeds", "1..2", "--quiet");

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Equal("all 4 runs are done; 2 broke expectations\n", result.Output);
    }

    [Fact]
    public void Interrupted_sweep_says_how_to_go_on()
    {
        using var interruption = new Interruption();
        interruption.Raise(ExitCode.Interrupted);
        CommandResult result = Command.Run(interruption, "sweep", _lab.Scenario, "--db", Database, "--seeds", "1..2", "--quiet");

        Assert.Equal(ExitCode.Interrupted, result.ExitCode);
        Assert.Equal("0 of 2 runs are done\n", result.Output);
        Assert.Equal($"wavetank: stopped; what is done is in {Database}, and the same command goes on from there", Assert.Single(result.Errors));
        Assert.Equal(ExitCode.Success, Sweep("--seeds", "1..2").ExitCode);
    }

    [Fact]
    public void Json_has_every_point_with_its_runs_and_statistics()
    {
        CommandResult result = Sweep("--set", "links.core-server.loss=0%,5%", "--set", "duration=30s", "--seeds", "1..3", "--format", "json");

        using var document = JsonDocument.Parse(result.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("wavetank.sweep/1", root.GetProperty("schema").GetString());
        Assert.Equal(
            $"wavetank sweep {_lab.Scenario} --set links.core-server.loss=0%,5% --set duration=30s --seeds 1..3", root.GetProperty("command").GetString());
        JsonElement parameter = Assert.Single(root.GetProperty("parameters").EnumerateArray());
        Assert.Equal([0, 0.05], parameter.GetProperty("numbers").EnumerateArray().Select(number => number.GetDouble()));
        Assert.Equal("part", parameter.GetProperty("unit").GetString());
        string[] names = [.. root.GetProperty("metrics").EnumerateArray().Select(metric => metric.GetProperty("name").GetString()!)];
        Assert.Equal(2, root.GetProperty("points").GetArrayLength());
        foreach (JsonElement point in root.GetProperty("points").EnumerateArray())
        {
            Assert.Equal("duration=30s", point.GetProperty("settings")[1].GetString());
            Assert.Equal(["1", "2", "3"], point.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("seed").GetString()));
            Assert.All(point.GetProperty("runs").EnumerateArray(), run => Assert.Equal(names.Length, run.GetProperty("values").GetArrayLength()));
            JsonElement count = point.GetProperty("statistics")[names.IndexOf("client.count")];
            Assert.Equal((3, 20, "student-t"), (count.GetProperty("number").GetInt32(), count.GetProperty("mean").GetInt32(), count.GetProperty("method").GetString()));
            Assert.Equal("bootstrap", point.GetProperty("statistics")[names.IndexOf("client.round-trip.p99")].GetProperty("method").GetString());
        }
    }

    [Fact]
    public void Report_shows_what_a_database_holds_and_writes_its_page()
    {
        CommandResult sweep = Sweep("--set", "links.core-server.loss=0%,5%", "--seeds", "1..2");
        CommandResult report = Command.Run("sweep", "report", Database, "--out", _lab.PathOf("sweep.html"));

        Assert.Equal(ExitCode.Success, report.ExitCode);
        Assert.Equal(sweep.Output, report.Output);
        string page = File.ReadAllText(_lab.PathOf("sweep.html"));
        Assert.Contains("\"schema\":\"wavetank.sweep/1\"", page, StringComparison.Ordinal);
        Assert.Contains("\"serve\":null", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"wavetank-data\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there.db", "there is no such file")]
    [InlineData("lab.yaml", "is no database of a sweep")]
    public void Report_of_what_is_no_database_says_so(string file, string expected)
    {
        CommandResult result = Command.Run("sweep", "report", _lab.PathOf(file));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains(expected, Assert.Single(result.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => _lab.Dispose();

    private CommandResult Sweep(params string[] arguments) => Command.Run(["sweep", _lab.Scenario, "--db", Database, .. arguments]);
}
