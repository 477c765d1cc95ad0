using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Places;
using Wavetank.Scenarios.Schema;

namespace Wavetank.Scenarios.Tests.Reference;

/// <summary>Whatever a scenario may name has a page that says what it is, as the tables say it, and how that was checked.</summary>
/// <remarks>docs/reference/README.md says how the pages are made. WAVETANK_ACCEPT=1 rewrites what stands between the marks.</remarks>
public sealed class ReferencePageTests
{
    private static readonly string[] Sections = ["## What it models", "## Source", "## Unlike the real thing", "## Validated by"];

    public static TheoryData<string, string> RowsWithPages =>
        [.. from table in ReferenceTable.All where !table.IsShared from row in table.Rows select (table.Plural, row.Name)];

    public static TheoryData<string> SharedTables => [.. ReferenceTable.All.Where(table => table.IsShared).Select(table => table.Plural)];

    [Theory]
    [MemberData(nameof(RowsWithPages))]
    public void A_row_has_a_page_that_shows_its_options_as_the_table_has_them(string plural, string name)
    {
        ReferenceTable table = Table(plural);
        Kind row = table.Rows.Single(row => row.Name == name);
        string page = Read(table.PageOf(name), $"{table.What} '{name}' needs a page");

        Assert.StartsWith($"# {name}\n", page, StringComparison.Ordinal);
        Assert.All(Sections, section => Assert.Contains($"\n{section}\n", page, StringComparison.Ordinal));
        IsAsTheTableSays(table.PageOf(name), page, "options", ReferenceBlock.Of(row, ReferenceTable.OptionsOf(row)));
    }

    [Theory]
    [MemberData(nameof(SharedTables))]
    public void Rows_that_share_a_page_have_a_heading_each_there(string plural)
    {
        ReferenceTable table = Table(plural);
        string need = $"the {table.Plural} need a page";
        IsAsTheTableSays(table.SharedPage, Read(table.SharedPage, need), "rows", ReferenceBlock.Of(table.What, table.Rows));

        string page = Read(table.SharedPage, need);
        // Of a place there is no more to say than the table does.
        Assert.All(table.Rows.Where(row => row is not PlaceKind), row => Assert.Contains($"\n## {row.Name}\n", page, StringComparison.Ordinal));
        Assert.Contains("\n## Validated by\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain(table.Rows, row => ReferenceTable.OptionsOf(row).Count > 0);
    }

    [Fact]
    public void The_index_of_the_pages_has_every_row()
    {
        string path = Repository.PathOf("docs", "reference", "README.md");
        string index = string.Concat(ReferenceTable.All.OrderBy(table => table.Plural, StringComparer.Ordinal).Select(table =>
            table.IsShared
                ? $"- [{table.Plural}]({table.Plural}.md): {string.Join(", ", table.Rows.Select(row => $"`{row.Name}`"))}\n"
                : $"- {table.Plural}: {string.Join(", ", table.Rows.Select(row => $"[`{row.Name}`]({table.Plural}/{row.Name}.md)"))}\n"));
        IsAsTheTableSays(path, Read(path, "the pages need an index"), "pages", index);
    }

    [Fact]
    public void Every_page_of_a_table_belongs_to_a_row()
    {
        string reference = Repository.PathOf("docs", "reference");
        Assert.Empty(
            from folder in Directory.EnumerateDirectories(reference)
            from page in Directory.EnumerateFiles(folder, "*.md")
            where !ReferenceTable.All.Any(table => table.Rows.Any(row => table.PageOf(row.Name) == page))
            select Path.GetRelativePath(reference, page));
    }

    [Fact]
    public void Tests_that_the_pages_name_are_there()
    {
        var tests = new TestNames();
        Assert.Empty(
            from page in Directory.EnumerateFiles(Repository.PathOf("docs", "reference"), "*.md", SearchOption.AllDirectories)
            from missing in tests.MissingIn(File.ReadAllText(page))
            select $"{Path.GetFileName(page)}: {missing}");
    }

    private static ReferenceTable Table(string plural) => ReferenceTable.All.Single(table => table.Plural == plural);

    private static string Read(string path, string need)
    {
        Assert.True(File.Exists(path), $"{need}, {Path.GetRelativePath(Repository.Root, path)}; docs/reference/README.md says what stands in it.");
        return File.ReadAllText(path);
    }

    private static void IsAsTheTableSays(string path, string page, string mark, string block)
    {
        string? right = ReferenceBlock.Place(page, mark, block);
        string name = Path.GetRelativePath(Repository.Root, path);
        Assert.True(right is not null, $"{name} lacks the lines <!-- {mark} --> and <!-- /{mark} -->, between which the table is written.");
        if (Environment.GetEnvironmentVariable("WAVETANK_ACCEPT") == "1")
            File.WriteAllText(path, page = right);

        Assert.True(page == right, $"{name} differs from the table; run the tests with WAVETANK_ACCEPT=1, and read the difference.");
    }
}
