using System.Collections;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The kinds of one thing, by name. Lookup, suggestions, lists, the schema and the documentation all come from here.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class KindTable<T>
    where T : Kind
{
    private readonly Lock _adding = new();

    // Never changed in place, so that others may read while a row is added.
    private volatile T[] _rows;

    internal KindTable(string what, params T[] rows)
    {
        What = what;
        _rows = [];
        foreach (T row in rows)
            Add(row);
        Rows = new CurrentRows(this);
    }

    /// <summary>What the rows are, in the singular: <c>queue</c>.</summary>
    public string What { get; }

    /// <summary>The rows, in the order in which they are shown; those added later last.</summary>
    public IReadOnlyList<T> Rows { get; }

    /// <summary>The names of the rows.</summary>
    public IEnumerable<string> Names => _rows.Select(r => r.Name);

    /// <summary>The row of a name.</summary>
    /// <param name="name">The name; case counts.</param>
    /// <returns>The row; null when there is none.</returns>
    public T? Find(string name) => Array.Find(_rows, row => row.Name == name);

    /// <summary>Adds a row of one's own, which scenarios that are read from now on may name.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">There is a row of that name already.</exception>
    public void Add(T row)
    {
        ArgumentNullException.ThrowIfNull(row);
        lock (_adding)
        {
            if (Find(row.Name) is not null)
                throw new ArgumentException($"There is a {What} {Quoted.Text(row.Name)} already; give yours another name.", nameof(row));

            _rows = [.. _rows, row];
        }
    }

    /// <summary>Takes a row out again, for tests.</summary>
    internal void Remove(string name)
    {
        lock (_adding)
            _rows = [.. _rows.Where(row => row.Name != name)];
    }

    internal string DescribeUnknown(string name) => $"{Quoted.Text(name)} is not a known {What}{KnownNames.Tail(name, Names)}";

    private sealed class CurrentRows(KindTable<T> table) : IReadOnlyList<T>
    {
        public int Count => table._rows.Length;

        public T this[int index] => table._rows[index];

        public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)table._rows).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
