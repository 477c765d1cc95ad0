using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Studies.Traces;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank diff-trace</c>: the first packet event that differs between two runs, and what led to it.</summary>
internal static class DiffTraceVerb
{
    private const int DefaultBefore = 10;
    private const int MostBefore = 1000;

    internal static Command Create(Terminal terminal, Interruption interruption)
    {
        var a = new Argument<string>("A") { Description = "An events.ndjson, a folder that holds one (wavetank run --events), or a scenario file to run; - for standard input." };
        var b = new Argument<string?>("B") { Description = "The same; when absent, A's scenario with what --set-b and --seed-b set.", Arity = ArgumentArity.ZeroOrOne };
        Option<string[]> set = CompareArguments.Settings("--set", "Set a value of both scenarios. May be given more than once.");
        Option<string[]> setA = CompareArguments.Settings("--set-a", "The same for A alone.");
        Option<string[]> setB = CompareArguments.Settings("--set-b", "The same for B alone.");
        Option<ulong?> seed = SeedOption.Create("--seed", "The seed of both, instead of the file's.");
        Option<ulong?> seedA = SeedOption.Create("--seed-a", "The seed of A.");
        Option<ulong?> seedB = SeedOption.Create("--seed-b", "The seed of B.");
        var before = new Option<int>("--before")
        {
            Description = $"How many events before it are told; {DefaultBefore} by default.",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultBefore,
            CustomParser = ParseBefore,
        };
        var verb = new Command("diff-trace", "Find the first packet event that differs between two runs, and what led to it.")
        {
            a, b, set, setA, setB, seed, seedA, seedB, before,
        };
        verb.SetAction(parsed =>
        {
            string[] common = parsed.GetValue(set) ?? [];
            string nameOfA = parsed.GetValue(a)!;
            var sideA = new TraceSide("A", nameOfA, common, parsed.GetValue(setA) ?? [], parsed.GetValue(seed), parsed.GetValue(seedA));
            var sideB = new TraceSide("B", parsed.GetValue(b) ?? nameOfA, common, parsed.GetValue(setB) ?? [], parsed.GetValue(seed), parsed.GetValue(seedB));
            return Compare(sideA, sideB, parsed.GetValue(b) is not null, parsed.GetValue(before), terminal, interruption);
        });
        return verb;
    }

    private static int Compare(TraceSide a, TraceSide b, bool hasB, int before, Terminal terminal, Interruption interruption)
    {
        try
        {
            TraceDifference difference = TraceSides.Compare(a, b, hasB, new ScenarioTexts(terminal), interruption);
            terminal.Output.Write($"A  {a.Describe()}\nB  {b.Describe()}\n\n{new TraceWords(difference, before).Write()}");
            return difference.IsSame ? ExitCode.Success : ExitCode.ExpectationFailed;
        }
        catch (TraceException exception)
        {
            throw new BadInputException(exception.Message);
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            terminal.WriteErrorLine("wavetank: stopped before the runs could be compared");
            return interruption.ExitCode.Value;
        }
    }

    private static int ParseBefore(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= MostBefore)
            return number;
        result.AddError($"--before takes a whole number from 0 to {MostBefore}, not '{text}'");
        return 0;
    }
}
