using System.Text.RegularExpressions;

namespace Wavetank.Scenarios.Tests.Reference;

/// <summary>The names of all test classes and their methods, from their sources.</summary>
internal sealed partial class TestNames
{
    private readonly Dictionary<string, HashSet<string>> _methodsByClass = [];

    internal TestNames()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(file);
            string[] methods = [.. Method().Matches(text).Select(match => match.Groups[1].Value)];
            foreach (Match type in Class().Matches(text))
            {
                if (!_methodsByClass.TryGetValue(type.Groups[1].Value, out HashSet<string>? known))
                    _methodsByClass[type.Groups[1].Value] = known = [];
                known.UnionWith(methods);
            }
        }
    }

    /// <summary>What a page names as a test, <c>`ClassTests`</c> or <c>`ClassTests.Method`</c>, and is none.</summary>
    internal IEnumerable<string> MissingIn(string page) =>
        from Match name in Name().Matches(page)
        where !_methodsByClass.TryGetValue(name.Groups[1].Value, out HashSet<string>? methods)
            || (name.Groups[2].Success && !methods.Contains(name.Groups[2].Value))
        select name.Value;

    [GeneratedRegex(@"`(\w+(?:Tests|Conformance))(?:\.(\w+))?`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"\bpublic (?:async )?(?:void|Task|ValueTask) (\w+)\(")]
    private static partial Regex Method();
}
