using Wavetank.Cli.Tests.Support;

namespace Wavetank.Cli.Tests;

public sealed class ObservingTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("wavetank").FullName;

    [Fact]
    public void Checking_and_sampling_change_nothing_but_the_files()
    {
        CommandResult plain = Run("--quiet");
        CommandResult observed = Run("--quiet", "--check-invariants", "--time-series", "--out", _directory);

        Assert.Equal(ExitCode.Success, observed.ExitCode);
        Assert.Equal(Digest(plain), Digest(observed));
        Assert.Contains("\"timeSeries\"", File.ReadAllText(Path.Combine(_directory, "results.json")), StringComparison.Ordinal);
        Assert.StartsWith("from,to,timeNs,", File.ReadAllText(Path.Combine(_directory, "time-series.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_checks_too()
    {
        CommandResult result = Command.Run("verify", Scenario, "--check-invariants");

        Assert.Equal(ExitCode.Success, result.ExitCode);
    }

    [Fact]
    public void A_time_series_needs_somewhere_to_go()
    {
        CommandResult result = Run("--time-series");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal(["wavetank: --time-series goes into results.json and time-series.csv; add --out DIR or --format json"], result.Errors);
    }

    [Fact]
    public void Congestion_controls_are_listed()
    {
        CommandResult result = Command.Run("list", "congestion-controls");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("cubic", result.Output, StringComparison.Ordinal);
        Assert.Contains("RFC 9438", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static string Scenario => Repository.PathOf("examples", "01-server-and-client", "lab.yaml");

    private static CommandResult Run(params string[] options) => Command.Run(["run", Scenario, .. options]);

    private static string Digest(CommandResult result) =>
        result.Output.Split('\n').Single(line => line.StartsWith("digest ", StringComparison.Ordinal)).Split(' ')[1];
}
