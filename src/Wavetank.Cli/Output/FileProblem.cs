namespace Wavetank.Cli.Output;

/// <summary>What keeps a file from being read or written, in our words: the platform's name paths that the user never gave.</summary>
internal static class FileProblem
{
    // What an IOException carries as its HResult: errno on Unix, and on Windows the codes of winerror.h.
    private const int NoSpace = 28, ReadOnlySystem = 30, QuotaExceeded = 122;
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027), WindowsDiskFull = unchecked((int)0x80070070);

    internal static string Describe(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "there is no such place, and it cannot be made",
        PathTooLongException => "the name is too long",
        ArgumentException or NotSupportedException => "this is no file name",
        IOException { HResult: NoSpace or WindowsDiskFull or WindowsHandleDiskFull } => "no space is left on the disk",
        IOException { HResult: QuotaExceeded } => "the disk quota is used up",
        IOException { HResult: ReadOnlySystem } => "the file system is read-only",
        IOException { InnerException: { } inner } => Describe(inner),
        _ => exception.Message.ReplaceLineEndings(" "),
    };
}
