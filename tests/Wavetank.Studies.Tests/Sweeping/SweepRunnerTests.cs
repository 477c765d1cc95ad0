using Wavetank.Engine;
using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Running;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Studies.Tests.Sweeping;

public sealed class SweepRunnerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(0.05)]
    public void Database_is_the_same_whatever_the_number_of_workers(double? precision)
    {
        SweepPlan plan = TemporarySweep.Plan(seeds: "1..40", precision: precision);
        IReadOnlyList<string> expected = DumpOf(plan, workers: 1);

        Assert.Contains(expected, line => line.StartsWith("run: ", StringComparison.Ordinal));
        foreach (int workers in (int[])[2, 3, 8])
            Assert.Equal(expected, DumpOf(plan, workers));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.05)]
    public void Sweep_that_is_killed_after_any_run_and_goes_on_ends_as_one_that_was_not(double? precision)
    {
        SweepPlan plan = TemporarySweep.Plan(seeds: "1..8", precision: precision);
        IReadOnlyList<string> expected = DumpOf(plan, workers: 1);
        int runs = RunsIn(expected);
        for (int killAfter = 0; killAfter < runs; killAfter++)
        {
            using var sweep = new TemporarySweep();
            sweep.Go(plan, killAfter: killAfter);
            Assert.Equal(killAfter, RunsIn(sweep.Dump()));
            Assert.Equal(runs - killAfter, sweep.Go(plan));
            Assert.Equal(expected, sweep.Dump());
        }
    }

    [Fact]
    public void Sweep_that_is_complete_runs_nothing_again_not_even_what_failed()
    {
        using var sweep = new TemporarySweep();
        sweep.Go(TemporarySweep.Plan());

        Assert.Contains(sweep.Dump(), line => line.Contains("broke with", StringComparison.Ordinal));
        Assert.Equal(0, sweep.Go(TemporarySweep.Plan()));
    }

    [Fact]
    public void Runs_that_failed_are_made_again_when_asked_for()
    {
        using var sweep = new TemporarySweep();
        SweepPlan plan = TemporarySweep.Plan(seeds: "1..20");
        sweep.Go(plan);
        int failed = sweep.Dump().Count(line => line.Contains("broke with", StringComparison.Ordinal));

        Assert.InRange(failed, 1, 60);
        int made = sweep.Go(plan, retryFailed: true, run: job => new(TemporarySweep.Run(job).Record with { Error = null, Outcome = "completed", Digest = "0" }, []));
        Assert.Equal(failed, made);
        Assert.DoesNotContain(sweep.Dump(), line => line.Contains("broke with", StringComparison.Ordinal));
    }

    [Fact]
    public void Point_stops_at_the_first_seed_in_order_that_makes_it_precise_enough()
    {
        using var sweep = new TemporarySweep();
        SweepPlan plan = TemporarySweep.Plan(seeds: "1..200", precision: 0.05);
        sweep.Go(plan, workers: 3);

        SweepResults results = ArchiveReader.Read(sweep.Database);
        MetricRecord metric = results.Metrics.Single(metric => metric.Name == TemporarySweep.Metric);
        int[] seeds = [.. results.Plan.Design.Points.Select(point => results.RunsOf(point).Count)];
        Assert.All(results.Plan.Design.Points, point => Assert.True(results.StoppedEarly(point)));
        Assert.InRange(seeds[0], PrecisionGoal.FewestRuns, 10);
        Assert.True(seeds[^1] > seeds[0], $"The noisier point took {seeds[^1]} seeds, the quiet one {seeds[0]}.");
        foreach (var point in results.Plan.Design.Points)
        {
            StatisticRecord enough = results.StatisticOf(point, metric)!;
            Assert.InRange(enough.Interval!.Value.HalfWidth, 0, 0.05 * enough.Mean);
            double[] before = [.. results.RunsOf(point).SkipLast(1).Where(run => !run.Failed).Select(run => run.Values[TemporarySweep.Metric])];
            if (before.Length >= PrecisionGoal.FewestRuns)
                Assert.True(StatisticRecord.Of(1, TemporarySweep.Metric, before).Interval!.Value.HalfWidth > 0.05 * enough.Mean * 0.9);
        }
    }

    [Theory]
    [InlineData("1..9", "1Mbps,2Mbps,4Mbps")]
    [InlineData("0..6", "1Mbps,2Mbps,4Mbps")]
    [InlineData("1..6", "1Mbps,2Mbps,3Mbps,4Mbps,8Mbps")]
    [InlineData("1..9", "500kbps,1Mbps,2Mbps,3Mbps,4Mbps")]
    public void Sweep_that_grows_ends_as_one_that_was_so_large_from_the_start(string seeds, string rates)
    {
        using var sweep = new TemporarySweep();
        SweepPlan larger = TemporarySweep.Plan(seeds, rates);
        SweepPlan small = TemporarySweep.Plan();
        int before = sweep.Go(small, run: job => BySettings(small, job));
        int added = sweep.Go(larger, workers: 2, run: job => BySettings(larger, job));

        using var whole = new TemporarySweep();
        Assert.Equal(before + added, whole.Go(larger, run: job => BySettings(larger, job)));
        Assert.Equal(whole.Dump(), sweep.Dump());
    }

    // What a run gives follows from its settings, as it does in a simulation, not from the point's number.
    private static ExecutedRun BySettings(SweepPlan plan, SweepJob job)
    {
        string settings = string.Join(' ', job.Point.Settings(plan.Design.Parameters));
        double value = new RandomStream((ulong)job.Seed, settings).NextDouble();
        var record = new RunRecord { Point = job.Point.Id, Seed = job.Seed, Outcome = "completed", Digest = settings, Values = new Dictionary<string, double> { [TemporarySweep.Metric] = value } };
        return new ExecutedRun(record, plan.Metrics);
    }

    private static IReadOnlyList<string> DumpOf(SweepPlan plan, int workers)
    {
        using var sweep = new TemporarySweep();
        sweep.Go(plan, workers);
        return sweep.Dump();
    }

    private static int RunsIn(IEnumerable<string> dump) => dump.Count(line => line.StartsWith("run: ", StringComparison.Ordinal));
}
