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
        if (string.IsNullOrWhiteSpace(path))
            throw new BadInputException("--out is empty; name a directory, which is made where it is missing");
        if (File.Exists(path))
            throw new BadInputException($"--out {path}: is a file; name a directory, which is made where it is missing");
        for (string? above = Path.GetDirectoryName(path); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw new BadInputException($"--out {path}: nothing can be written there: {above} is a file, not a directory");
        }

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
            throw new BadInputException($"--out {path}: nothing can be written there: {FileProblem.Describe(exception)}");
        }
    }

    /// <summary>Begins a file.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    internal WholeFile Create(string name) => new(Path.Combine(_path, name));

    /// <summary>A directory in this one, made where it is missing.</summary>
    internal OutputDirectory Within(string name) => new(Directory.CreateDirectory(Path.Combine(_path, name)).FullName);

    /// <summary>Does something that writes one of the files.</summary>
    /// <exception cref="OutputFailedException">It failed; the message says which file and why.</exception>
    internal void Guard(string name, Action write) => OutputFile.Guard(Path.Combine(_path, name), write);
}
