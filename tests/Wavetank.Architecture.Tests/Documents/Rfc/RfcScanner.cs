using System.Text.RegularExpressions;
using Wavetank.Architecture.Tests.Support;

namespace Wavetank.Architecture.Tests.Documents.Rfc;

/// <summary>Collects the citations of the source, and the marks <c>Proves RFC …</c> of tests and scripts.</summary>
internal sealed partial class RfcScanner
{
    private const string Scripts = "tests/Wavetank.Packetdrill.Tests/Scripts/";

    private readonly RfcReferences _references;
    private readonly HashSet<string> _failingScripts;

    public RfcScanner(IReadOnlyDictionary<int, RfcDocument> list)
    {
        _references = new RfcReferences(list);
        _failingScripts = [.. File.ReadLines(Repository.PathOf("tests", "Wavetank.Packetdrill.Tests", "known-differences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ")[0])];
        ScanSource();
        ScanTests();
        ScanScripts();
    }

    /// <summary>What cannot be: an unknown requirement, a mark that is on no test, a proof by a script that fails.</summary>
    public List<string> Problems => _references.Problems;

    public List<RfcCitation> Source { get; } = [];

    public List<RfcCitation> Proofs { get; } = [];

    [GeneratedRegex(@"\bProves (?=RFC \d)")]
    private static partial Regex Mark { get; }

    [GeneratedRegex(@"^\s*public (?:async |static )*[\w<>.]+ (?<name>\w+)\(")]
    private static partial Regex Method { get; }

    private void ScanSource()
    {
        foreach (string file in SourceFiles.All())
        {
            foreach ((string text, _) in RfcComments.Of(File.ReadAllLines(Repository.PathOf(file))))
            {
                foreach ((RfcRequirement row, bool isUnlike) in _references.Read(text, file))
                {
                    // The satellites take numbers from RFCs; the core is what obeys them.
                    if (file.StartsWith("src/Wavetank/", StringComparison.Ordinal))
                    {
                        Source.Add(new RfcCitation(row, file, IsUnlike: isUnlike));
                    }
                }
            }
        }
    }

    private void ScanTests()
    {
        foreach (string file in Files("tests", "*.cs").Where(file => !file.StartsWith("tests/Wavetank.Architecture.Tests/", StringComparison.Ordinal)))
        {
            string[] lines = File.ReadAllLines(Repository.PathOf(file));
            foreach ((string text, int next) in RfcComments.Of(lines))
            {
                if (!Mark.IsMatch(text))
                {
                    _references.Read(text, file);
                }
                else if (TestBelow(lines, next) is { } test)
                {
                    AddProofs(text, file, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
                }
                else
                {
                    Problems.Add($"{file}: '{text.Trim()}' stands above no [Fact] and no [Theory].");
                }
            }
        }
    }

    private void ScanScripts()
    {
        foreach (string file in Files("tests/Wavetank.Packetdrill.Tests/Scripts", "*.pkt"))
        {
            string script = file[Scripts.Length..];
            foreach ((string text, _) in RfcComments.Of(File.ReadAllLines(Repository.PathOf(file))))
            {
                if (!Mark.IsMatch(text))
                {
                    _references.Read(text, file);
                }
                else if (_failingScripts.Contains(script))
                {
                    Problems.Add($"{file}: a script of known-differences.txt proves nothing.");
                }
                else
                {
                    AddProofs(text, file, script);
                }
            }
        }
    }

    private void AddProofs(string text, string file, string test)
    {
        string marked = text[(Mark.Match(text).Index + "Proves ".Length)..];
        foreach ((RfcRequirement row, _) in _references.Read(marked, file))
        {
            Proofs.Add(new RfcCitation(row, file, test));
        }
    }

    /// <summary>The test whose attributes follow; null if there is none.</summary>
    private static string? TestBelow(string[] lines, int index)
    {
        bool isTest = false;
        for (; index < lines.Length && lines[index].TrimStart().StartsWith('['); index++)
        {
            isTest |= lines[index].Contains("[Fact", StringComparison.Ordinal) || lines[index].Contains("[Theory", StringComparison.Ordinal)
                || lines[index].Contains("[Property", StringComparison.Ordinal);
        }

        return isTest && index < lines.Length && Method.Match(lines[index]) is { Success: true } method ? method.Groups["name"].Value : null;
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
