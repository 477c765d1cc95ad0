using Wavetank.Cli.Output;

namespace Wavetank.Cli.Sweeping;

/// <summary>The file of a page, as <c>--out</c> names it.</summary>
internal static class PageFile
{
    /// <summary>Finds out, before anything is run, whether the file can be one.</summary>
    /// <exception cref="BadInputException">It cannot.</exception>
    internal static void RefuseBad(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new BadInputException("--out is empty; name the page's file, such as sweep.html");
        if (Directory.Exists(path))
            throw new BadInputException($"--out {path}: is a directory; name the page's file in it, such as {Path.Combine(path, "sweep.html")}");
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
            throw new BadInputException($"--out {path}: there is no folder {folder}; make it first");
    }

    /// <exception cref="OutputFailedException">It cannot be written.</exception>
    internal static void Write(string path, Action<Stream> write)
    {
        try
        {
            using var file = new WholeFile(path);
            write(file.Stream);
            file.Keep();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException($"{path}: was not written: {FileProblem.Describe(exception)}", exception);
        }
    }
}
