namespace Wavetank.Cli.Output;

/// <summary>A file that is there completely or not at all: it is written beside its place and moved there at the end.</summary>
internal sealed class WholeFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporaryPath;
    private bool _isKept;

    internal WholeFile(string path)
    {
        _path = path;
        _temporaryPath = $"{path}.{Environment.ProcessId}.tmp";
        Stream = new FileStream(_temporaryPath, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    /// <summary>What is written.</summary>
    internal Stream Stream { get; }

    /// <summary>Puts the file in its place, instead of one that was there.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    internal void Keep()
    {
        Stream.Dispose();
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
            Stream.Dispose();
        }
        catch (IOException)
        {
            // It could not be written to its end, and is not wanted either.
        }

        File.Delete(_temporaryPath);
    }
}
