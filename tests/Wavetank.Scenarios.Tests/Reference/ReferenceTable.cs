using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Tests.Reference;

/// <summary>One of the tables of <see cref="ScenarioTables"/>, and where its pages stand.</summary>
/// <param name="Plural">Its name in the plural, as <c>wavetank list</c> and docs/reference have it: <c>congestion-controls</c>.</param>
/// <param name="What">What a row is.</param>
/// <param name="Rows">Its rows.</param>
internal sealed partial record ReferenceTable(string Plural, string What, IReadOnlyList<Kind> Rows)
{
    /// <summary>All of them: a table that is added there is looked at here.</summary>
    internal static IReadOnlyList<ReferenceTable> All { get; } =
    [
        .. from property in typeof(ScenarioTables).GetProperties(BindingFlags.Public | BindingFlags.Static)
           where property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(KindTable<>)
           select Of(property),
    ];

    /// <summary>The page that all rows share, where they have none of their own.</summary>
    internal string SharedPage => Repository.PathOf("docs", "reference", $"{Plural}.md");

    internal bool IsShared => File.Exists(SharedPage);

    /// <summary>The page of one row.</summary>
    internal string PageOf(string name) => Repository.PathOf("docs", "reference", Plural, $"{name}.md");

    /// <summary>The options of a row; a kind that has none has no such property.</summary>
    internal static IReadOnlyList<Key> OptionsOf(Kind row) => row is ActionKind action
        ? action.Keys
        : row.GetType().GetProperty("Options")?.GetValue(row) is IEnumerable<Option> options ? [.. options] : [];

    public override string ToString() => Plural;

    private static ReferenceTable Of(PropertyInfo property)
    {
        object table = property.GetValue(null)!;
        object? Get(string name) => table.GetType().GetProperty(name)!.GetValue(table);
        string plural = Hump().Replace(property.Name, "-$1").ToLowerInvariant();
        return new ReferenceTable(plural, (string)Get("What")!, [.. ((IEnumerable)Get("Rows")!).Cast<Kind>()]);
    }

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Hump();
}
