using Microsoft.Data.Sqlite;
using Wavetank.Studies.Sweeping.Results;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>Reads a sweep, whole or begun, out of its database.</summary>
internal static class ArchiveReader
{
    /// <summary>Reads the database of a sweep that nobody runs.</summary>
    /// <exception cref="SweepException">It cannot be read, or is none.</exception>
    internal static SweepResults Read(string path)
    {
        if (Directory.Exists(path))
            throw new SweepException($"{path}: is a directory; name the database of a sweep");
        if (!File.Exists(path))
            throw new SweepException($"{path}: there is no such file; name the database that wavetank sweep wrote");
        try
        {
            using SqliteFile file = Open(path);
            Schema.RefuseStranger(path, file, "name the database that wavetank sweep of this version wrote");
            return Read(file);
        }
        catch (SqliteException exception)
        {
            throw new SweepException(SqliteFile.Describe(exception, path));
        }
    }

    // One that was killed has its last runs in a log beside it, which may only be read by who may write.
    private static SqliteFile Open(string path) => SqliteFile.Open(path, readOnly: !File.Exists($"{path}-wal"));

    internal static SweepResults Read(SqliteFile file) => new(
        PlanReader.Read(file),
        [.. file.Rows("SELECT name, unit, better, summary FROM metric ORDER BY position IS NULL, position, name").Select(row => new MetricRecord(
            row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3)))],
        RunReader.Read(file, metrics: null));
}
