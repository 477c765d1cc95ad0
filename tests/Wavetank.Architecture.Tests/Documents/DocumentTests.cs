using System.Text.RegularExpressions;

namespace Wavetank.Architecture.Tests.Documents;

/// <summary>What the documents show is what is there.</summary>
public sealed partial class DocumentTests
{
    [Theory]
    [InlineData("README.md", "00-first-steps")]
    [InlineData("docs/guides/aspnetcore.md", "14-aspnetcore")]
    public void A_page_shows_an_example_as_it_is_compiled_and_run(string page, string example)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, page));
        string program = File.ReadAllText(Path.Combine(Repository.Root, "examples", example, "Program.cs"));

        Assert.Contains($"```csharp\n{program}```", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        string[] broken =
        [
            .. from page in Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
               where !IsBuildOutput(page)
               from Match link in LinkTarget().Matches(File.ReadAllText(page))
               let target = link.Groups[1].Value
               where !target.Contains("://", StringComparison.Ordinal)
               where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
               select $"{Path.GetRelativePath(Repository.Root, page)}: {target}",
        ];

        Assert.Empty(broken);
    }

    [Fact]
    public void Pages_that_sources_and_projects_name_are_there()
    {
        string[] endings = [".cs", ".csproj", ".props", ".targets", ".sh", ".yaml", ".yml", ".txt"];
        string[] broken =
        [
            .. from file in Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
               where endings.Contains(Path.GetExtension(file)) && !IsBuildOutput(file)
               from Match page in PageName().Matches(File.ReadAllText(file))
               where !File.Exists(Path.Combine(Repository.Root, page.Value))
               select $"{Path.GetRelativePath(Repository.Root, file)}: {page.Value}",
        ];

        Assert.Empty(broken);
    }

    private static bool IsBuildOutput(string path) =>
        Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts" or "node_modules");

    // A page by its path from the root, as comments name it: docs/guides/sockets.md.
    [GeneratedRegex(@"(?<![\w/.-])docs/[\w./-]+\.md\b")]
    private static partial Regex PageName();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex LinkTarget();
}
