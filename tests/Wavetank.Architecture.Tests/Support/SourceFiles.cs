namespace Wavetank.Architecture.Tests.Support;

/// <summary>The hand-written C# files under <c>src</c>.</summary>
internal static class SourceFiles
{
    /// <summary>All of them, relative to the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> All() =>
        [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
