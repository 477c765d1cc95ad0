using Microsoft.Data.Sqlite;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>Reads runs out of a sweep's database.</summary>
internal static class RunReader
{
    /// <summary>The runs by point and seed, with the values of some metrics; of all where null.</summary>
    internal static List<RunRecord> Read(SqliteFile file, IReadOnlyCollection<string>? metrics)
    {
        var values = new Dictionary<(int, long), Dictionary<string, double>>();
        HashSet<string>? wanted = metrics is null ? null : [.. metrics];
        if (wanted is not { Count: 0 })
        {
            foreach (SqliteDataReader row in file.Rows("SELECT point, seed, metric, value FROM value ORDER BY point, seed, metric"))
            {
                string metric = row.GetString(2);
                if (wanted?.Contains(metric) == false)
                    continue;
                (int, long) run = (row.GetInt32(0), row.GetInt64(1));
                if (!values.TryGetValue(run, out Dictionary<string, double>? of))
                    values[run] = of = new Dictionary<string, double>(StringComparer.Ordinal);
                of[metric] = row.GetDouble(3);
            }
        }

        return [.. file.Rows("SELECT point, seed, outcome, digest, events, simulated_ns, expectations_failed, error FROM run ORDER BY point, seed").Select(row => new RunRecord
        {
            Point = row.GetInt32(0),
            Seed = row.GetInt64(1),
            Outcome = row.IsDBNull(2) ? null : row.GetString(2),
            Digest = row.IsDBNull(3) ? null : row.GetString(3),
            Events = row.GetInt64(4),
            SimulatedTime = row.GetInt64(5),
            ExpectationsFailed = row.GetInt32(6),
            Error = row.IsDBNull(7) ? null : row.GetString(7),
            Values = values.GetValueOrDefault((row.GetInt32(0), row.GetInt64(1))) ?? [],
        })];
    }
}
