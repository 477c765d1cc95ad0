using Microsoft.Data.Sqlite;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>
/// The database of a sweep that is under way. Each run that is over is one transaction: whenever the process is killed, the database holds
/// every run whose <see cref="Add"/> has returned, and no part of another. It belongs to one process as long as it is open.
/// </summary>
internal sealed class SweepDatabase : IDisposable
{
    private readonly string _path;
    private readonly SqliteFile _file;
    private readonly RepeatedStatement _addRun, _addValue, _addMetric;
    private readonly HashSet<string> _metrics = new(StringComparer.Ordinal);

    private SweepDatabase(string path, SqliteFile file)
    {
        _path = path;
        _file = file;
        _addRun = file.Prepare("INSERT INTO run VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", 9);
        _addValue = file.Prepare("INSERT INTO value VALUES ($1, $2, $3, $4)", 4);
        _addMetric = file.Prepare("INSERT OR IGNORE INTO metric VALUES ($1, NULL, $2, $3, $4)", 4);
    }

    /// <summary>Opens the database of a sweep, makes it where there is none, and lets it grow where the sweep has grown.</summary>
    /// <exception cref="SweepException">It is in use, is another's, or cannot be had.</exception>
    internal static SweepDatabase Open(string path, SweepPlan plan)
    {
        return Guarded(path, () =>
        {
            bool isNew = !File.Exists(path) || new FileInfo(path).Length == 0;
            var file = SqliteFile.Open(path, readOnly: false);
            try
            {
                // Held from the first statement on, and let go by the kernel whatever the process dies of.
                file.Execute("PRAGMA locking_mode = EXCLUSIVE");
                if (!isNew)
                    Schema.RefuseStranger(path, file, "another file can be named by --db");

                // A log ahead of the file, written back at the end: a transaction costs a sixth of what it costs with a journal, and one that
                // was committed outlives the process. Not the machine's loss of power, after which the last runs are made again.
                file.Execute("PRAGMA journal_mode = WAL");
                file.Execute("PRAGMA synchronous = NORMAL");
                file.InTransaction(() => Prepare(path, file, plan));
                return new SweepDatabase(path, file);
            }
            catch
            {
                file.Dispose();
                throw;
            }
        });
    }

    /// <summary>The runs that are there, without what they measured, by point and seed.</summary>
    internal IReadOnlyList<RunRecord> Runs(IReadOnlyList<string> metrics) => Guarded(_path, () => RunReader.Read(_file, metrics));

    /// <summary>Adds a run that is over.</summary>
    internal void Add(RunRecord run, IReadOnlyList<MetricRecord> metrics) => InTransaction(() =>
    {
        _addRun.Execute(
            run.Point, run.Seed, run.Failed ? "failed" : "completed", run.Outcome, run.Digest, run.Events, run.SimulatedTime, run.ExpectationsFailed, run.Error);
        foreach (MetricRecord metric in metrics)
        {
            if (!_metrics.Contains(metric.Name))
                _addMetric.Execute(metric.Name, metric.Unit, metric.Better, metric.Summary);
        }

        foreach ((string metric, double value) in run.Values)
            _addValue.Execute(run.Point, run.Seed, metric, value);
        _metrics.UnionWith(metrics.Select(metric => metric.Name));
    });

    /// <summary>Removes runs that are not wanted.</summary>
    internal void Remove(IReadOnlyList<(int Point, long Seed)> runs)
    {
        if (runs.Count == 0)
            return;
        InTransaction(() =>
        {
            foreach ((int point, long seed) in runs)
            {
                _file.Execute("DELETE FROM value WHERE point = $1 AND seed = $2", point, seed);
                _file.Execute("DELETE FROM run WHERE point = $1 AND seed = $2", point, seed);
            }
        });
    }

    /// <summary>Marks the sweep as complete, with the statistics of its points.</summary>
    internal void Complete(IEnumerable<StatisticRecord> statistics)
    {
        InTransaction(() =>
        {
            _file.Execute("DELETE FROM statistic");
            // A metric that only runs measured which were removed again.
            _file.Execute("DELETE FROM metric WHERE name NOT IN (SELECT metric FROM value)");
            using RepeatedStatement add = _file.Prepare("INSERT INTO statistic VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", 8);
            foreach (StatisticRecord row in statistics)
                add.Execute(row.Point, row.Metric, row.Number, row.Mean, row.StandardDeviation, row.Interval?.Low, row.Interval?.High, row.Method);
            _file.Execute("UPDATE sweep SET complete = 1");
        });
    }

    /// <summary>What has been done so far, statistics included.</summary>
    internal SweepResults Results() => Guarded(_path, () => ArchiveReader.Read(_file));

    /// <summary>Closes it, as one file without a log beside it.</summary>
    public void Dispose()
    {
        try
        {
            _file.Execute("PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException)
        {
            // All is in the log, which the next who opens it reads.
        }

        _addRun.Dispose();
        _addValue.Dispose();
        _addMetric.Dispose();
        _file.Dispose();
    }

    private static void Prepare(string path, SqliteFile file, SweepPlan plan)
    {
        if (file.Number("PRAGMA application_id") == Schema.ApplicationId)
        {
            PlanReader.RefuseOthers(path, file, plan);
            PlanWriter.Grow(file, plan);
            return;
        }

        file.Execute($"PRAGMA application_id = {Schema.ApplicationId}");
        file.Execute($"PRAGMA user_version = {Schema.Version}");
        file.Execute(Schema.Tables);
        PlanWriter.Write(file, plan);
    }

    private void InTransaction(Action action) => Guarded(_path, () =>
    {
        _file.InTransaction(action);
        return true;
    });

    private static T Guarded<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException exception)
        {
            throw new SweepException($"{SqliteFile.Describe(exception, path)}; another file can be named by --db");
        }
    }
}
