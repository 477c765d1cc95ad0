using Spectre.Console;

namespace Wavetank.Cli.Output;

/// <summary>Where the command writes: results to standard output, all else to standard error.</summary>
internal sealed class Terminal
{
    // Wide enough that nothing is broken into lines where nobody sees the edge: in a file, in a pipe.
    private const int WidthOfFiles = 240;

    private Terminal(Func<Stream> input, TextWriter output, TextWriter error, bool outputIsFile, bool errorIsFile)
    {
        OpenInput = input;
        Output = output;
        Error = error;
        Tables = Create(output, outputIsFile);
        ShowsCurves = !outputIsFile && Tables.Profile.Capabilities.Unicode;
        ShowsProgress = !errorIsFile;
        Progress = Create(error, errorIsFile);
    }

    /// <summary>Opens standard input.</summary>
    internal Func<Stream> OpenInput { get; }

    /// <summary>Standard output.</summary>
    internal TextWriter Output { get; }

    /// <summary>Standard error.</summary>
    internal TextWriter Error { get; }

    /// <summary>Standard output with colours and widths, as far as it has them.</summary>
    internal IAnsiConsole Tables { get; }

    /// <summary>Whether somebody is looking at standard output, and can see blocks: curves say nothing to a program that reads a file.</summary>
    internal bool ShowsCurves { get; }

    /// <summary>Standard error with colours and widths, as far as it has them.</summary>
    internal IAnsiConsole Progress { get; }

    /// <summary>Whether somebody is looking at standard error, so that a line that changes makes sense.</summary>
    internal bool ShowsProgress { get; }

    internal static Terminal OfThisProcess() =>
        new(Console.OpenStandardInput, Console.Out, Console.Error, Console.IsOutputRedirected, Console.IsErrorRedirected);

    /// <summary>A terminal that nobody looks at, for tests and embedding.</summary>
    internal static Terminal Of(TextWriter output, TextWriter error, Stream? input = null) =>
        new(() => input ?? Stream.Null, output, error, outputIsFile: true, errorIsFile: true);

    internal void WriteErrorLine(string text) => Error.WriteLine(text);

    private static IAnsiConsole Create(TextWriter writer, bool isFile)
    {
        // Spectre.Console itself follows NO_COLOR and TERM=dumb.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(isFile ? new TrimmingWriter(writer) : writer),
            Ansi = isFile ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isFile ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (isFile)
            console.Profile.Width = WidthOfFiles;
        return console;
    }
}
