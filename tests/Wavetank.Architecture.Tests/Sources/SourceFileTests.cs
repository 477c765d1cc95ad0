using System.Text.RegularExpressions;
using Wavetank.Architecture.Tests.Support;

namespace Wavetank.Architecture.Tests.Sources;

public sealed partial class SourceFileTests(ITestOutputHelper output)
{
    private const int MostLines = 600;
    private const int ManyLines = 300;

    /// <summary>Files that may stand without a namespace: top-level statements and assembly-wide lines.</summary>
    private static readonly string[] WithoutNamespace = ["Program.cs", "GlobalUsings.cs", "AssemblyInfo.cs", "GlobalSuppressions.cs"];

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine { get; }

    [Fact]
    public void No_source_file_is_longer_than_600_lines()
    {
        (string File, int Lines)[] files = [.. SourceFiles.All()
            .Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .OrderByDescending(entry => entry.Lines)];

        foreach ((string file, int lines) in files.Where(entry => entry.Lines > ManyLines))
        {
            output.WriteLine($"{lines,5} {file}");
        }

        string[] tooLong = [.. files.Where(entry => entry.Lines > MostLines).Select(entry => $"{entry.File} has {entry.Lines} lines")];
        Assert.True(tooLong.Length == 0, $"{string.Join('\n', tooLong)}\nCut them by concern: at most {MostLines} lines, better 50 to 150.");
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        string[] problems = [.. SourceFiles.All().Select(Problem).OfType<string>()];

        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Fact]
    public void No_source_file_uses_regions()
    {
        string[] files = [.. SourceFiles.All()
            .Where(file => File.ReadLines(Repository.PathOf(file)).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)))];

        Assert.Empty(files);
    }

    private static string? Problem(string file)
    {
        // src/Wavetank/Stack/Tcp/TcpLayer.cs -> Wavetank.Stack.Tcp
        string expected = string.Join('.', file.Split('/')[1..^1]);
        string[] found = [.. NamespaceLine.Matches(File.ReadAllText(Repository.PathOf(file))).Select(match => match.Groups[1].Value)];
        if (found.Length == 0)
        {
            return WithoutNamespace.Contains(Path.GetFileName(file)) ? null : $"{file} declares no namespace; it would be {expected}";
        }

        return found.All(name => name == expected) ? null : $"{file} declares {string.Join(", ", found)}; its folder says {expected}";
    }
}
