namespace Wavetank.Cli.Output;

/// <summary>A file that an option names, to be written when there is something to write.</summary>
internal static class OutputFile
{
    /// <summary>Finds out, before anything is run, whether there can be such a file.</summary>
    /// <param name="option">The option.</param>
    /// <param name="path">What it names.</param>
    /// <param name="advice">What would be right.</param>
    /// <exception cref="BadInputException">There cannot.</exception>
    internal static void RefuseBad(string option, string path, string advice = "name a file")
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new BadInputException($"{option} is empty; {advice}");
        if (Directory.Exists(path))
            throw new BadInputException($"{option} {path}: is a directory; {advice}");
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            {
                throw new BadInputException(File.Exists(folder)
                    ? $"{option} {path}: cannot be written: {folder} is a file, not a directory"
                    : $"{option} {path}: there is no folder {folder}; make it first");
            }

            // Tried out beside what is there; a pipe or a device is not opened before there is something for it.
            if (!WholeFile.IsWrittenInPlace(path))
                new WholeFile(path).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"{option} {path}: cannot be written: {FileProblem.Describe(exception)}");
        }
    }

    /// <summary>Writes it, completely or not at all.</summary>
    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    internal static void Write(string path, Action<Stream> write) => Guard(path, () =>
    {
        using var file = new WholeFile(path);
        write(file.Stream);
        file.Keep();
    });

    /// <summary>Does something that writes a file.</summary>
    /// <exception cref="OutputFailedException">It failed; the message says which file and why.</exception>
    internal static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException($"{path}: was not written: {FileProblem.Describe(exception)}", exception);
        }
    }
}
