namespace Wavetank.Cli.Output;

/// <summary>The directory that <c>--out</c> names.</summary>
internal sealed class OutputDirectory
{
    private readonly string _path;

    private OutputDirectory(string path) => _path = path;

    /// <summary>Makes the directory where it is missing, and finds out whether it can be written to.</summary>
    /// <exception cref="BadInputException">It cannot.</exception>
    internal static OutputDirectory Open(string path)
    {
        if (File.Exists(path))
            throw new BadInputException($"--out {path}: is a file; name a directory, which is made where it is missing");
        try
        {
            Directory.CreateDirectory(path);
            var directory = new OutputDirectory(path);
            using (directory.Create(".wavetank"))
            {
                // Made and removed again: the file's name is reserved for this.
            }

            return directory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"--out {path}: nothing can be written there: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Begins a file.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    internal WholeFile Create(string name) => new(Path.Combine(_path, name));
}
