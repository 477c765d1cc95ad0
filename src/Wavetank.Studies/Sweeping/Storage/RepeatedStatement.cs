using Microsoft.Data.Sqlite;

namespace Wavetank.Studies.Sweeping.Storage;

/// <summary>A statement that is read once and executed many times, with the values <c>$1</c>, <c>$2</c>, …</summary>
internal sealed class RepeatedStatement : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter[] _parameters;
    private readonly Func<SqliteTransaction?> _transaction;

    internal RepeatedStatement(SqliteConnection connection, string sql, int parameters, Func<SqliteTransaction?> transaction)
    {
        _transaction = transaction;
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        _parameters = new SqliteParameter[parameters];
        for (int i = 0; i < parameters; i++)
            _parameters[i] = _command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
    }

    internal void Execute(params ReadOnlySpan<object?> values)
    {
        _command.Transaction = _transaction();
        for (int i = 0; i < values.Length; i++)
            _parameters[i].Value = values[i] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
