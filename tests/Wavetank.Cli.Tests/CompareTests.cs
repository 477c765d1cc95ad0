using System.Text.Json;
using Wavetank.Cli.Tests.Support;
using Wavetank.Scenarios.Kinds;
using Wavetank.Studies.Metrics;

namespace Wavetank.Cli.Tests;

public sealed class CompareTests : IDisposable
{
    private readonly Lab _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("text", "compare.txt")]
    [InlineData("markdown", "compare.md")]
    [InlineData("json", "compare.json")]
    public void Results_of_several_seeds_are_shown_with_intervals_and_verdicts(string format, string accepted)
    {
        SaveVersions();

        CommandResult result = Compare("old", "new", "--bound", "5%", "--format", format);

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.Empty(result.Errors);
        AcceptedFile.Matches(Masked(result.Output), "tests", "Wavetank.Cli.Tests", "Snapshots", accepted);
    }

    [Theory]
    [InlineData("text", "compare-single.txt")]
    [InlineData("markdown", "compare-single.md")]
    public void One_run_each_is_said_to_be_one(string format, string accepted)
    {
        SaveVersions();

        CommandResult result = Compare("old/1", "new/1", "--format", format);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        AcceptedFile.Matches(Masked(result.Output), "tests", "Wavetank.Cli.Tests", "Snapshots", accepted);
    }

    [Theory]
    [InlineData("--bound 5%", 1)]
    [InlineData("", 0)]
    [InlineData("--bound 50%", 1)] // What is not measured any more is beyond every bound.
    [InlineData("--bound 50% --metric service.latency", 0)]
    [InlineData("--bound service.latency.p99=5%", 1)]
    [InlineData("--bound service.latency.p99=9ms", 1)]
    [InlineData("--bound service.latency.p99=30ms", 0)]
    [InlineData("--bound service.throughput=5%", 0)]
    [InlineData("--bound 5% --metric service.throughput --metric service.noise", 0)]
    public void A_regression_beyond_the_bound_is_exit_status_1(string options, int exitCode)
    {
        SaveVersions();

        Assert.Equal(exitCode, Compare("old", "new", options.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ExitCode);
    }

    [Fact]
    public void Two_settings_of_one_scenario_are_run_here_and_compared_in_pairs()
    {
        CommandResult result = Run(
            "compare", _lab.Scenario, "--set-a", "links.core-server.delay=20ms", "--set-b", "links.core-server.delay=60ms", "--seeds", "1..6", "--bound", "client.round-trip.mean=10%");

        Assert.Equal(ExitCode.ExpectationFailed, result.ExitCode);
        Assert.StartsWith("A  links.core-server.delay=20ms · 6 runs, seeds 1..6\nB  links.core-server.delay=60ms · 6 runs, seeds 1..6\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("1 regression: client.round-trip.mean +", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_from_standard_input_is_both_sides()
    {
        CommandResult result = Command.RunWith(Lab.Echo, "compare", "-", "--set-b", "links.core-server.delay=60ms", "--seeds", "1..3");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.StartsWith("A  standard input · 3 runs, seeds 1..3\nB  links.core-server.delay=60ms · 3 runs, seeds 1..3\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_fails_is_named_with_its_side_and_its_seed()
    {
        CommandResult result = Command.RunOn(
            network => network.At(TimeSpan.FromMilliseconds(1), () => throw new InvalidOperationException("on purpose")),
            "compare", _lab.Scenario, "--set-b", "links.core-server.loss=10%", "--seeds", "2..4");

        Assert.Equal(ExitCode.RunFailed, result.ExitCode);
        Assert.Matches("^wavetank: the run of A with seed 2 failed: .*on purpose", Assert.Single(result.Errors));
    }

    [Fact]
    public void The_number_of_workers_changes_nothing()
    {
        string[] arguments = ["compare", _lab.Scenario, "--set-b", "links.core-server.loss=10%", "--seeds", "1..5", "--format", "json"];

        string one = Run([.. arguments, "--workers", "1"]).Output;

        Assert.Equal(one, Run([.. arguments, "--workers", "4"]).Output);
    }

    [Fact]
    public void A_scenario_is_run_with_the_seeds_of_the_results_it_is_compared_with()
    {
        Run("run", _lab.Scenario, "--seed", "3", "--out", _lab.PathOf("old/a"), "-q");
        Run("run", _lab.Scenario, "--seed", "8", "--out", _lab.PathOf("old/b"), "-q");

        CommandResult result = Compare("old", "lab.yaml", "--format", "json");

        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(["3", "8"], json.RootElement.GetProperty("b").GetProperty("seeds").EnumerateArray().Select(seed => seed.GetString()!));
        Assert.All(json.RootElement.GetProperty("metrics").EnumerateArray(), metric => Assert.Equal("same", metric.GetProperty("verdict").GetString()));
        Assert.Equal(ExitCode.Success, result.ExitCode);
    }

    [Fact]
    public void Out_writes_the_file_and_says_the_verdict()
    {
        SaveVersions();

        CommandResult result = Compare("old", "new", "--bound", "5%", "--format", "markdown", "--out", _lab.PathOf("summary.md"));

        Assert.Empty(result.Output);
        Assert.StartsWith("wavetank: 2 regressions: service.latency.p99 +20 %", result.Errors.Single(), StringComparison.Ordinal);
        Assert.StartsWith("### ❌ 2 regressions", File.ReadAllText(_lab.PathOf("summary.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_left_as_it_was_when_nothing_can_be_compared()
    {
        File.WriteAllText(_lab.PathOf("summary.md"), "old");

        Assert.Equal(ExitCode.BadInput, Compare("nothing", "nowhere", "--out", _lab.PathOf("summary.md")).ExitCode);
        Assert.Equal("old", File.ReadAllText(_lab.PathOf("summary.md")));
    }

    [Fact]
    public void Different_scenarios_are_said_and_compared()
    {
        SaveVersions();
        new RunMetrics("another", 1, [new(new Metric("service.noise", MetricUnit.Count, Better.Lower), 4), new(new Metric("only.here", MetricUnit.Count, Better.Lower), 4)])
            .Save(_lab.PathOf("another"));

        string output = Compare("old", "another").Output;

        Assert.Contains("The scenarios differ: A is \"service\", B is \"another\".", output, StringComparison.Ordinal);
        Assert.Contains("1 metric is in B alone: only.here.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old", "B is missing; name what to compare with, or give the scenario other settings by --set-b PATH=VALUE")]
    [InlineData("old --set-b seed=1", "old holds results, which cannot be run with other settings; name the scenario file, or B")]
    [InlineData("old nothing", "nothing: is neither a folder of results nor a scenario file: it does not exist")]
    [InlineData("old empty", "empty: holds no results.json, and no folder in it does; make one with wavetank run SCENARIO --out empty")]
    [InlineData("old new --set duration=1s", "--set is for scenarios that are run here; both sides are results")]
    [InlineData("old new --set-b duration=1s", "--set-b is for a scenario that is run here; new holds results")]
    [InlineData("old new --seeds 1..3", "--seeds is for scenarios that are run here; both sides are results")]
    [InlineData("old new --seeds 3..1", "--seeds takes a range from the lesser to the greater, such as 1..3, not '3..1' (see wavetank compare --help)")]
    [InlineData("old new --seeds 1-3", "--seeds takes seeds such as 1..20 or 1,2,7, not '1-3' (see wavetank compare --help)")]
    [InlineData("old new --bound five", "--bound takes a bound such as 5%, or an amount such as 10ms for one metric, not 'five' (see wavetank compare --help)")]
    [InlineData("old new --bound 5ms", "--bound takes a part such as 5% for all metrics, not '5ms'; an amount is for one metric: METRIC=5ms (see wavetank compare --help)")]
    [InlineData("old new --bound service.latency.p99=5MB", "--bound service.latency.p99=5MB: \"5MB\" has an unknown unit \"MB\"; did you mean \"ms\"? (units: ns, us, ms, s, min, h)")]
    [InlineData("lab.yaml --set-b seed=3", "seed=3 has no effect, because every run has a seed of its own; name them by --seeds 3")]
    [InlineData("old new --confidence 0.95", "--confidence takes 50% to 99.99%, not '0.95' (see wavetank compare --help)")]
    [InlineData("old new --format html", "--format takes text, json, markdown, not 'html' (see wavetank compare --help)")]
    [InlineData("old new --workers 0", "--workers takes a whole number from 1 to 1024, not '0' (see wavetank compare --help)")]
    [InlineData("old new --metric service.latncy.p99", "\"service.latncy.p99\" is not a metric of these runs; did you mean \"service.latency.p99\"? (there are service.*)")]
    [InlineData("old new --out .", "--out .: is a directory; name a file")]
    [InlineData("lab.yaml lab.yaml", "A and B are the same; name two, or give one of them other settings by --set-b PATH=VALUE")]
    [InlineData("twice new", "twice: holds two runs with seed 1: twice/a/results.json and twice/b/results.json; runs of one set have different seeds")]
    public void What_cannot_be_compared_gets_one_clear_error(string arguments, string error)
    {
        SaveVersions();
        Directory.CreateDirectory(_lab.PathOf("empty"));
        new RunMetrics("x", 1, []).Save(_lab.PathOf("twice/a"));
        new RunMetrics("x", 1, []).Save(_lab.PathOf("twice/b"));

        string[] words = [.. arguments.Split(' ').Select(word => word is "old" or "new" or "nothing" or "empty" or "twice" or "lab.yaml" ? _lab.PathOf(word) : word)];
        CommandResult result = Run(["compare", .. words]);

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal($"wavetank: {error}", Masked(Assert.Single(result.Errors)));
    }

    /// <summary>Two versions of a service, five seeds each: latency is worse, throughput better, noise is noise, and one figure is gone.</summary>
    private void SaveVersions()
    {
        double[] noise = [3, 9, 4, 7, 5], otherNoise = [6, 5, 8, 4, 6];
        for (int i = 0; i < noise.Length; i++)
        {
            Save("old", i, 1, noise[i], 17);
            Save("new", i, 1.2, otherNoise[i], null);
        }
    }

    private void Save(string version, int run, double factor, double noise, double? gone) => new RunMetrics(
        "service",
        (ulong)run + 1,
        [
            new(new Metric("service.latency.p99", MetricUnit.Duration, Better.Lower), (50_000_000 + (run * 1_000_000)) * factor),
            new(new Metric("service.latency.mean", MetricUnit.Duration, Better.Lower), 20_000_000 + (run * 100_000)),
            new(new Metric("service.throughput", MetricUnit.Rate, Better.Higher), (9_000_000 + (run * 10_000)) * factor),
            new(new Metric("service.noise", MetricUnit.Count, Better.Lower), noise),
            new(new Metric("service.messages", MetricUnit.Count, Better.Neither), 1000 * factor),
            new(new Metric("service.recovery", MetricUnit.Duration, Better.Lower), gone),
        ])
    { Version = "0.1.0" }.Save(_lab.PathOf($"{version}/{run + 1}"));

    private CommandResult Compare(string a, string b, params string[] options) => Run(["compare", _lab.PathOf(a), _lab.PathOf(b), .. options]);

    private static CommandResult Run(params string[] arguments) => Command.Run(arguments);

    private string Masked(string text) => text.Replace(_lab.PathOf(""), "", StringComparison.Ordinal);
}
