using System.Collections.Specialized;
using System.Net;
using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Cli.Sweeping;
using Wavetank.Cli.Tests.Support;
using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Cli.Tests;

public sealed class SweepServerTests : IDisposable
{
    private readonly Lab _lab = new();
    private readonly SweepResults _sweep;

    public SweepServerTests()
    {
        Command.Run("sweep", _lab.Scenario, "--db", _lab.PathOf("lab.db"), "--set", "links.core-server.loss=0%,5%", "--seeds", "1..2");
        _sweep = ArchiveReader.Read(_lab.PathOf("lab.db"));
    }

    [Fact]
    public void Page_knows_where_reports_of_runs_are() =>
        Assert.Contains("\"serve\":\"/run\"", Text(new SweepSite(_sweep).Answer("/", [])), StringComparison.Ordinal);

    [Fact]
    public void Run_that_is_asked_for_is_the_run_of_the_sweep_and_shows_its_report()
    {
        SweepAnswer answer = AnswerRun("2", "1");

        Assert.Equal(200, answer.Status);
        RunRecord run = _sweep.Runs.Single(run => run is { Point: 2, Seed: 1 });
        Assert.Contains(run.Digest!, Text(answer), StringComparison.Ordinal);
        Assert.Contains("--set links.core-server.loss=5% --seed 1", Text(answer).Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_that_differs_from_that_of_the_sweep_does_not_pass_for_it()
    {
        var changed = new SweepResults(_sweep.Plan, _sweep.Metrics, [.. _sweep.Runs.Select(run => run with { Digest = "0123456789abcdef" })]);

        SweepAnswer answer = new SweepSite(changed).Answer("/run", Query("1", "1"));
        Assert.Equal(409, answer.Status);
        Assert.Contains("its digest was 0123456789abcdef", Text(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "1", "point is a number from 1 to 2")]
    [InlineData("one", "1", "point is a number from 1 to 2")]
    [InlineData(null, null, "point is a number from 1 to 2")]
    [InlineData("1", "-1", "seed is a whole number")]
    public void What_is_not_there_is_not_found(string? point, string? seed, string expected)
    {
        SweepAnswer answer = AnswerRun(point, seed);
        Assert.Equal(404, answer.Status);
        Assert.Contains(expected, Text(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_answers_a_browser_of_this_machine_until_it_is_stopped()
    {
        using var server = SweepServer.Start(0, new SweepSite(_sweep), Terminal.Of(TextWriter.Null, TextWriter.Null));
        using var browser = new HttpClient();
        CancellationToken token = TestContext.Current.CancellationToken;

        Assert.StartsWith("http://127.0.0.1:", server.Address, StringComparison.Ordinal);
        Assert.Contains("wavetank.sweep/1", await browser.GetStringAsync(server.Address, token), StringComparison.Ordinal);
        Assert.Contains("wavetank.report/1", await browser.GetStringAsync($"{server.Address}run?point=1&seed=2", token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"{server.Address}nothing", token)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await browser.PostAsync(server.Address, null, token)).StatusCode);
        server.Stop();
        server.Wait();
    }

    public void Dispose() => _lab.Dispose();

    private SweepAnswer AnswerRun(string? point, string? seed) => new SweepSite(_sweep).Answer("/run", Query(point, seed));

    private static NameValueCollection Query(string? point, string? seed) => new() { ["point"] = point, ["seed"] = seed };

    private static string Text(SweepAnswer answer) => Encoding.UTF8.GetString(answer.Body);
}
