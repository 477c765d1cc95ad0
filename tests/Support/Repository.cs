namespace Wavetank.TestSupport;

/// <summary>Finds files of the checkout that the tests were built from. Every test project has it.</summary>
/// <remarks>Not by <c>CallerFilePath</c>: a build with <c>CI=true</c> replaces the paths of source files.</remarks>
internal static class Repository
{
    internal static string Root { get; } = FindRoot();

    internal static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Wavetank.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Wavetank.slnx.");
    }
}
