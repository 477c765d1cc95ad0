using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Running;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Studies.Tests.Sweeping;

/// <summary>Sweeps whose runs are simulated.</summary>
public sealed class ScenarioSweepTests : IDisposable
{
    private const string Lab = """
        name: echo
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], rate: 10Mbps, delay: 5ms, jitter: 2ms }]
        applications:
          - { on: server, run: tcp-echo-server, port: 7 }
          - { on: client, run: tcp-echo-client, to: "server:7", size: 2KB, count: 20 }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly TemporarySweep _sweep = new();

    [Fact]
    public void Runs_side_by_side_are_the_runs_one_after_the_other()
    {
        SweepPlan plan = PlanMaker.Make(Request("links.client-server.loss=0%,2%,5%", "links.client-server.delay=5ms,20ms"));
        IReadOnlyList<string> one = DumpOf(plan, 1);

        foreach (int workers in (int[])[2, 3])
            Assert.Equal(one, DumpOf(plan, workers));
        Assert.Equal(one.Count, one.Distinct().Count());
    }

    [Fact]
    public void Run_of_a_sweep_is_that_of_wavetank_run_with_the_same_settings_and_seed()
    {
        SweepPlan plan = PlanMaker.Make(Request("links.client-server.loss=0%,5%"));
        ExecutedRun run = new ScenarioExecutor(plan).Execute(new SweepJob(plan.Design.Points[1], 3))!;

        using var alone = new Scenarios.Running.ScenarioRun(Scenarios.ScenarioFile.Parse(Lab, "lab.yaml", ["links.client-server.loss=5%", "seed=3"]));
        Assert.Equal(alone.Execute().Digest, run.Record.Digest);
    }

    [Fact]
    public void Metrics_are_known_before_anything_is_run_and_are_those_that_runs_measure()
    {
        SweepPlan plan = PlanMaker.Make(Request("links.client-server.loss=0%"));
        ExecutedRun run = new ScenarioExecutor(plan).Execute(new SweepJob(plan.Design.Points[0], 1))!;

        Assert.Subset(plan.Metrics.ToHashSet(), run.Metrics.ToHashSet());
        Assert.Contains("client.round-trip.p99", run.Record.Values.Keys);
    }

    [Fact]
    public void Run_that_a_seed_breaks_is_a_result()
    {
        SweepPlan plan = PlanMaker.Make(Request("links.client-server.loss=0%"));
        ExecutedRun run = new ScenarioExecutor(plan, network => throw new InvalidOperationException("not today")).Execute(new SweepJob(plan.Design.Points[0], 1))!;

        Assert.Equal("internal error: InvalidOperationException: not today", run.Record.Error);
    }

    [Fact]
    public void Executor_that_is_stopped_gives_no_results()
    {
        SweepPlan plan = PlanMaker.Make(Request("links.client-server.loss=0%"));
        var executor = new ScenarioExecutor(plan);
        executor.Stop();

        Assert.Null(executor.Execute(new SweepJob(plan.Design.Points[0], 1)));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _sweep.Dispose();
    }

    private SweepRequest Request(params string[] set) => new() { ScenarioFile = _folder.Write("lab.yaml", Lab), Set = set, Seeds = "1..4" };

    private IReadOnlyList<string> DumpOf(SweepPlan plan, int workers)
    {
        File.Delete(_sweep.Database);
        var executor = new ScenarioExecutor(plan);
        using (SweepDatabase database = SweepDatabase.Open(_sweep.Database, plan))
            Assert.NotNull(new SweepRunner(plan, database, executor.Execute).Run(workers));
        return _sweep.Dump();
    }
}
