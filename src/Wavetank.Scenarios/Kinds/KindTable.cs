using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Kinds;

/// <summary>The kinds of one thing, by name. Lookup, suggestions, lists, the schema and the documentation all come from here.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class KindTable<T>
    where T : Kind
{
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);
    private readonly List<T> _rows = [];

    internal KindTable(string what, params T[] rows)
    {
        What = what;
        foreach (T row in rows)
            Add(row);
    }

    /// <summary>What the rows are, in the singular: <c>queue</c>.</summary>
    public string What { get; }

    /// <summary>The rows, in the order in which they are shown.</summary>
    public IReadOnlyList<T> Rows => _rows;

    /// <summary>The names of the rows.</summary>
    public IEnumerable<string> Names => Rows.Select(r => r.Name);

    /// <summary>The row of a name.</summary>
    /// <param name="name">The name; case counts.</param>
    /// <returns>The row; null when there is none.</returns>
    public T? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a row, which scenarios that are read from then on may name. Not while another thread reads one.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void Add(T row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!_byName.TryAdd(row.Name, row))
            throw new ArgumentException($"There is a {What} of the name {Quoted.Text(row.Name)}; give this one another.", nameof(row));
        _rows.Add(row);
    }

    internal string DescribeUnknown(string name) => $"{Quoted.Text(name)} is not a known {What}{KnownNames.Tail(name, Names)}";
}
