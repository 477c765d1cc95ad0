using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>Says that a file is missing, and which file in the same folder may have been meant.</summary>
internal static class MissingFile
{
    private const int MaxEntries = 1_000;

    internal static string Describe(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(folder))
            folder = ".";
        if (!Directory.Exists(folder))
            return "does not exist, and neither does its folder";

        try
        {
            // The order of a directory is the file system's; sorted, the answer is the same everywhere.
            string[] names =
            [
                .. Directory.EnumerateFiles(folder).Take(MaxEntries).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal),
            ];
            return "does not exist" + Suggestion.Hint(Path.GetFileName(path), names);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "does not exist";
        }
    }
}
