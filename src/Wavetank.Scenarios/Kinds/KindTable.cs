using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The kinds of one thing, by name. Lookup, suggestions, lists, the schema and the documentation all come from here.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class KindTable<T>
    where T : Kind
{
    private readonly Func<IReadOnlyList<T>> _rows;

    internal KindTable(string what, params T[] rows)
        : this(what, () => rows)
    {
    }

    /// <summary>A table whose rows may become more while the process runs.</summary>
    internal KindTable(string what, Func<IReadOnlyList<T>> rows)
    {
        What = what;
        _rows = rows;
    }

    /// <summary>What the rows are, in the singular: <c>queue</c>.</summary>
    public string What { get; }

    /// <summary>The rows, in the order in which they are shown.</summary>
    public IReadOnlyList<T> Rows => _rows();

    /// <summary>The names of the rows.</summary>
    public IEnumerable<string> Names => Rows.Select(r => r.Name);

    /// <summary>The row of a name.</summary>
    /// <param name="name">The name; case counts.</param>
    /// <returns>The row; null when there is none.</returns>
    public T? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);

    internal string DescribeUnknown(string name) => $"{Quoted.Text(name)} is not a known {What}{KnownNames.Tail(name, Names)}";
}
