using System.CommandLine;
using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Cli.Tables;
using Wavetank.Cli.Usage;
using Wavetank.Devices;
using Wavetank.Studies.Comparing;
using Wavetank.Studies.Metrics;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank compare</c>: two sets of runs side by side, with a verdict for each metric.</summary>
internal static class CompareVerb
{
    internal static Command Create(Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        var a = new Argument<string>("A") { Description = "Results (a folder with results.json, or with such folders), or a scenario file to run; - for standard input." };
        var b = new Argument<string?>("B")
        {
            Description = "The same; when absent, A's scenario with what --set-b sets.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var options = new CompareArguments();
        var verb = new Command("compare", "Compare two sets of runs, metric by metric: did it get better or worse, and is that certain?") { a, b };
        options.AddTo(verb);
        verb.SetAction(parsed => Compare(options.Read(parsed, parsed.GetValue(a)!, parsed.GetValue(b)), terminal, interruption, prepare));
        return verb;
    }

    private static int Compare(CompareRequest request, Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        try
        {
            if (request.Out is { } path)
                OutputFile.RefuseBad("--out", path);
            (RunSet a, RunSet b) = new ComparedSides(request, terminal, interruption, prepare).Load();
            var comparison = Comparer.Compare(a, b, request.Comparison);
            Write(comparison, request, terminal);
            return comparison.Regressions.Count > 0 ? ExitCode.ExpectationFailed : ExitCode.Success;
        }
        catch (ResultsException exception)
        {
            throw new BadInputException(exception.Message);
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            terminal.WriteErrorLine("wavetank: stopped before the runs could be compared");
            return interruption.ExitCode.Value;
        }
    }

    private static void Write(Comparison comparison, CompareRequest request, Terminal terminal)
    {
        string? text = request.Format switch
        {
            "json" => ComparisonJson.Write(comparison),
            "markdown" => ComparisonMarkdown.Write(comparison),
            _ => null,
        };
        if (request.Out is null)
        {
            if (text is null)
                ComparisonTable.Write(comparison, terminal.Tables, request.ShowsAll);
            else
                terminal.Output.Write(text);
            return;
        }

        if (text is null)
        {
            using var plain = new StringWriter();
            ComparisonTable.Write(comparison, Terminal.Of(plain, TextWriter.Null).Tables, request.ShowsAll);
            text = plain.ToString();
        }

        OutputFile.Write(request.Out, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

        // The file has the table; whoever looks at the screen wants the verdict.
        terminal.WriteErrorLine($"wavetank: {ComparisonWords.Headline(comparison)}");
    }
}
