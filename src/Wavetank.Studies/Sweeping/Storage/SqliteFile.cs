using Microsoft.Data.Sqlite;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>A connection to a database file, with the few things that are done to it.</summary>
internal sealed class SqliteFile : IDisposable
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, InOutError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    private readonly SqliteConnection _connection;
    private SqliteTransaction? _transaction;

    private SqliteFile(SqliteConnection connection) => _connection = connection;

    internal static SqliteFile Open(string path, bool readOnly)
    {
        // Nothing is checked against REFERENCES, which say to a reader what belongs together: points are numbered anew when a sweep grows.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = false,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        connection.Open();
        return new SqliteFile(connection);
    }

    /// <summary>What keeps a database from being used, in our words.</summary>
    internal static string Describe(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => $"{path}: is in use by a sweep that runs; wait for its end",
        NotADatabase or Corrupt => $"{path}: is no database of a sweep, or a broken one",
        ReadOnly => $"{path}: cannot be written: permission denied",
        Full => $"{path}: no space is left on the disk",
        CannotOpen => $"{path}: cannot be opened; look whether its folder is there, and may be written to",
        InOutError => $"{path}: cannot be read or written: the disk fails, or its folder is gone",
        _ => $"{path}: {exception.Message.ReplaceLineEndings(" ")}",
    };

    /// <summary>Does several things as one: all of them are in the database afterwards, or none, even if the process is killed meanwhile.</summary>
    internal void InTransaction(Action action)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        _transaction = transaction;
        try
        {
            action();
            transaction.Commit();
        }
        finally
        {
            _transaction = null;
        }
    }

    internal void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using SqliteCommand command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    internal long Number(string sql)
    {
        using SqliteCommand command = Command(sql, []);
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Reads rows. Only one reading at a time.</summary>
    internal IEnumerable<SqliteDataReader> Rows(string sql)
    {
        using SqliteCommand command = Command(sql, []);
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader;
    }

    /// <summary>A statement that is executed many times.</summary>
    internal RepeatedStatement Prepare(string sql, int parameters) => new(_connection, sql, parameters, () => _transaction);

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i] ?? DBNull.Value);
        return command;
    }
}
