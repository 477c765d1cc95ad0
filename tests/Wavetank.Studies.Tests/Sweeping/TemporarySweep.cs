using System.Globalization;
using Microsoft.Data.Sqlite;
using Wavetank.Engine;
using Wavetank.Studies.Sweeping;
using Wavetank.Studies.Sweeping.Points;
using Wavetank.Studies.Sweeping.Results;
using Wavetank.Studies.Sweeping.Running;
using Wavetank.Studies.Sweeping.Storage;

namespace Wavetank.Studies.Tests.Sweeping;

/// <summary>A sweep whose runs are drawn instead of simulated, each from its point and seed alone, with a database of its own.</summary>
internal sealed class TemporarySweep : IDisposable
{
    internal const string Metric = "client.goodput", Percentile = "client.round-trip.p99";

    private readonly string _folder = Directory.CreateTempSubdirectory("wavetank-").FullName;

    internal string Database => Path.Combine(_folder, "sweep.db");

    /// <summary>Two parameters of three and two values; seeds 1 to 6.</summary>
    internal static SweepPlan Plan(string seeds = "1..6", string rates = "1Mbps,2Mbps,4Mbps", double? precision = null) => new()
    {
        ScenarioFile = "lab.yaml",
        ScenarioText = "name: lab",
        ScenarioName = "lab",
        Version = "1.2.3",
        Design = Design.Grid([SweepParameter.Parse($"links.core.rate={rates}"), SweepParameter.Parse("links.core.delay=10ms,20ms")]),
        Seeds = SweepSeeds.Parse(seeds),
        Metrics = [new(Percentile, "ns", "lower", "Its tail."), new(Metric, "bits per second", "higher", "How fast it was.")],
        Precision = precision is { } part ? new PrecisionGoal(part, [Metric]) : null,
    };

    /// <summary>What a run gives: values that differ more the higher the point's number, and a failure of a few.</summary>
    internal static ExecutedRun Run(SweepJob job)
    {
        var random = new RandomStream((ulong)job.Seed, string.Join(' ', job.Point.Values));
        if (random.NextBoolean(0.1))
            return new ExecutedRun(new RunRecord { Point = job.Point.Id, Seed = job.Seed, Error = $"broke with {job.Seed}" }, []);
        var values = new Dictionary<string, double>
        {
            [Metric] = 1000 * (1 + (0.02 * job.Point.Id * random.NextNormal())),
            [Percentile] = random.NextExponential(),
        };
        var record = new RunRecord { Point = job.Point.Id, Seed = job.Seed, Outcome = "completed", Digest = $"{random.NextUInt64():x16}", Events = 7, SimulatedTime = 9, Values = values };
        return new ExecutedRun(record, Plan().Metrics);
    }

    /// <summary>Goes on with a sweep until it is complete, or until some runs have been made and it is killed.</summary>
    /// <returns>How many runs were made.</returns>
    internal int Go(SweepPlan plan, int workers = 1, int killAfter = int.MaxValue, bool retryFailed = false, Func<SweepJob, ExecutedRun>? run = null)
    {
        int made = 0;
        using SweepDatabase database = SweepDatabase.Open(Database, plan);
        var runner = new SweepRunner(plan, database, job => Interlocked.Increment(ref made) > killAfter ? throw new KilledException() : (run ?? Run)(job));
        runner.Resume(retryFailed);
        try
        {
            Assert.NotNull(runner.Run(workers));
            Assert.Equal(runner.Progress.Runs, runner.Progress.RunsDone);
            Assert.Equal(runner.Progress.Points, runner.Progress.PointsDone);
        }
        catch (KilledException)
        {
            made = killAfter;
        }

        return made;
    }

    /// <summary>All that is in the database, each row as a line, in the order of their keys.</summary>
    internal IReadOnlyList<string> Dump()
    {
        using var connection = new SqliteConnection($"Data Source={Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var lines = new List<string>();
        foreach (string table in (string[])["sweep", "parameter", "parameter_value", "setting", "metric", "run", "value", "statistic"])
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
                lines.Add($"{table}: {string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)))}");
        }

        return lines;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class KilledException : Exception;
}
