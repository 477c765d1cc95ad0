namespace Wavetank.Cli.Output;

/// <summary>
/// A file that is there completely or not at all: it is written beside its place and moved there at the end. A link leads to the file that
/// is meant; into a pipe or a device such as <c>/dev/null</c>, which no file may replace, it is written as it comes.
/// </summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string _path;
    private readonly string? _temporaryPath;
    private bool _isKept;

    internal WholeFile(string path)
    {
        _path = Target(path);
        bool isInPlace = IsWrittenInPlace(_path);
        _temporaryPath = isInPlace ? null : $"{_path}.{Environment.ProcessId}.tmp";
        Stream = new FileStream(_temporaryPath ?? _path, isInPlace ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>What is written.</summary>
    internal Stream Stream { get; }

    /// <summary>Whether it is written as it comes: pipes and devices look like empty files, and an empty file loses nothing.</summary>
    internal static bool IsWrittenInPlace(string path) => new FileInfo(Target(path)) is { Exists: true, Length: 0 };

    /// <summary>Puts the file in its place, instead of one that was there.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    internal void Keep()
    {
        Stream.Dispose();
        if (_temporaryPath is not null)
            File.Move(_temporaryPath, _path, overwrite: true);
        _isKept = true;
    }

    /// <summary>Removes what was not kept.</summary>
    public void Dispose()
    {
        if (_isKept)
            return;
        try
        {
            if (_temporaryPath is null && Stream.CanSeek)
                Stream.SetLength(0);
            Stream.Dispose();
        }
        catch (IOException)
        {
            // It could not be written to its end, and is not wanted either.
        }

        if (_temporaryPath is not null)
            File.Delete(_temporaryPath);
    }

    private static string Target(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
}
