using Wavetank.Scenarios.Kinds;

namespace Wavetank.Cli.Tables;

/// <summary>A table of the scenario file, as <c>wavetank list</c> shows it.</summary>
/// <param name="Name">The plural by which it is asked for.</param>
/// <param name="Title">What the rows are.</param>
/// <param name="Rows">The rows.</param>
internal sealed record CatalogTable(string Name, string Title, IReadOnlyList<CatalogRow> Rows)
{
    /// <summary>Options that every row has, beside its own.</summary>
    internal IReadOnlyList<Key> CommonOptions { get; init; } = [];

    internal static CatalogTable Of<T>(string name, string title, KindTable<T> table, Func<T, CatalogRow>? describe = null)
        where T : Kind =>
        new(name, title, [.. table.Rows.Select(describe ?? (row => new CatalogRow(row.Name, row.Summary, [], [])))]);
}
