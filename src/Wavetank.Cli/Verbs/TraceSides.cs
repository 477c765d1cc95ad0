using System.Text;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Scenarios.Reading;
using Wavetank.Studies.Traces;

namespace Wavetank.Cli.Verbs;

/// <summary>Reads or runs both sides of <c>diff-trace</c>.</summary>
internal static class TraceSides
{
    internal static TraceDifference Compare(TraceSide a, TraceSide b, bool hasB, ScenarioTexts texts, Interruption interruption)
    {
        Check(a, b, hasB);
        if (!a.IsLog)
            return new ScenarioTraces(run => interruption.StopWith(run.Stop)).Compare(a.Load(texts), b.Load(texts));

        using StreamReader one = Open(a);
        using StreamReader other = Open(b);
        return TraceComparer.Compare(new TraceReader(a.LogFile, one), new TraceReader(b.LogFile, other));
    }

    private static void Check(TraceSide a, TraceSide b, bool hasB)
    {
        if (string.IsNullOrWhiteSpace(a.Path) || string.IsNullOrWhiteSpace(b.Path))
            throw new BadInputException($"{(string.IsNullOrWhiteSpace(a.Path) ? "A" : "B")} is empty; name a log of events or a scenario file");
        if (!hasB && a.IsLog)
            throw new BadInputException($"B is missing; name the log to compare {a.Path} with");
        if (a.IsLog != b.IsLog)
            throw new BadInputException("one of A and B is a log and the other a scenario; give two logs (wavetank run SCENARIO --out DIR --events) or two scenarios");
        if (a.IsLog && (a.OptionOfScenario ?? b.OptionOfScenario) is { } option)
            throw new BadInputException($"{option} is for scenarios that are run here; A and B are logs");
        if (!a.IsLog && a.Path == b.Path && a.Own.SequenceEqual(b.Own) && (a.OwnSeed ?? a.CommonSeed) == (b.OwnSeed ?? b.CommonSeed))
            throw new BadInputException($"{(hasB ? "A and B are the same" : "B is missing")}; give it other settings by --set-b PATH=VALUE or --seed-b N, or prove that runs repeat with wavetank verify");
    }

    private static StreamReader Open(TraceSide side)
    {
        string file = side.LogFile;
        try
        {
            if (!File.Exists(file))
            {
                string hint = Directory.Exists(side.Path) ? "; make one with wavetank run SCENARIO --out DIR --events" : "";
                throw new BadInputException($"{file}: {MissingFile.Describe(file)}{hint}");
            }

            return new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16), Encoding.UTF8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file}: cannot be read: {FileProblem.Describe(exception)}");
        }
    }
}
