using System.Text.RegularExpressions;

namespace Wavetank.Architecture.Tests.Documents;

/// <summary>What <c>tests/cases.md</c> names is there, and each of its cases names something.</summary>
public sealed partial class CaseListTests
{
    private static readonly string[] Rows =
    [
        .. from line in File.ReadLines(Repository.PathOf("tests", "cases.md"))
           where line.StartsWith("| ", StringComparison.Ordinal) && !line.EndsWith("| shown by |", StringComparison.Ordinal)
           select line,
    ];

    [Fact]
    public void Every_case_names_a_test_or_a_script()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row => Assert.True(Name().IsMatch(row), $"names nothing: {row}"));
    }

    [Fact]
    public void Every_test_and_script_that_is_named_is_there()
    {
        ILookup<string, string> classes = TestClasses();
        string[] missing = [.. Rows.SelectMany(row => Name().Matches(row)).Select(match => match.Groups[1].Value).Where(name => !IsThere(name, classes)).Distinct()];

        Assert.Empty(missing);
    }

    private static bool IsThere(string name, ILookup<string, string> classes)
    {
        if (name.EndsWith(".pkt", StringComparison.Ordinal))
        {
            return File.Exists(Repository.PathOf("tests", "Wavetank.Packetdrill.Tests", "Scripts", name));
        }

        string[] parts = name.Split('.');
        return parts.Length == 1
            ? classes.Contains(name)
            : classes[parts[0]].Any(text => Regex.IsMatch(text, $@"\b{parts[1]}\("));
    }

    /// <summary>The texts in which each class is declared: several of one name, or parts of one.</summary>
    private static ILookup<string, string> TestClasses() =>
        (from file in Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
         where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
         let text = File.ReadAllText(file)
         from Match declaration in ClassName().Matches(text)
         select (Name: declaration.Groups[1].Value, Text: text)).ToLookup(pair => pair.Name, pair => pair.Text);

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex ClassName();

    // `Class.Test`, `Class` or `group/script.pkt`.
    [GeneratedRegex(@"`([A-Z]\w+(?:\.\w+)?|[a-z-]+/[\w-]+\.pkt)`")]
    private static partial Regex Name();
}
