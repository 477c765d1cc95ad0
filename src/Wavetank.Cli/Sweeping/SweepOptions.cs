using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Studies.Sweeping;

namespace Wavetank.Cli.Sweeping;

/// <summary>The options of <c>wavetank sweep</c>.</summary>
internal sealed class SweepOptions
{
    private const int MostPoints = 100_000, MostWorkers = 1024;

    private readonly Argument<string> _scenario = new("SCENARIO") { Description = "The scenario file (YAML)." };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Values of the scenario to try, between commas or as a range with steps: links.core-server.loss=0%,1%,5% or applications[0].size=1KB..16KB/x2.",
        HelpName = "PATH=VALUES",
    };

    private readonly Option<string> _seeds = new("--seeds")
    {
        Description = $"The seeds that each point is run with; {SweepRequest.DefaultSeeds} by default.",
        HelpName = "SEEDS",
        DefaultValueFactory = _ => SweepRequest.DefaultSeeds,
    };

    private readonly Option<int?> _hypercube = new("--latin-hypercube")
    {
        Description = "Draw this many points from the ranges, instead of a grid.",
        HelpName = "N",
        CustomParser = result => Whole(result, "--latin-hypercube", 2, MostPoints),
    };

    private readonly Option<string[]> _ranges = new("--range")
    {
        Description = "A range that a Latin hypercube draws from: links.core-server.rate=1Mbps..100Mbps, with /log behind it for equal factors.",
        HelpName = "PATH=LOW..HIGH",
    };

    private readonly Option<ulong> _designSeed = new("--design-seed")
    {
        Description = "Where the chance of a Latin hypercube comes from; 1 by default.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _precision = new("--precision")
    {
        Description = "No more seeds for a point as soon as half the interval of each --metric is at most this part of its mean.",
        HelpName = "PART",
    };

    private readonly Option<int?> _workers = new("--workers")
    {
        Description = "How many runs are made side by side; as many as there are processors by default.",
        HelpName = "N",
        CustomParser = result => Whole(result, "--workers", 1, MostWorkers),
    };

    private readonly Option<string?> _database = new("--db") { Description = "The database; the scenario's name with .sweep.db behind it, in the current directory, by default.", HelpName = "FILE" };

    private readonly Option<bool> _retryFailed = new("--retry-failed") { Description = "Make runs again that failed before." };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Print only how the sweep ended." };

    /// <summary>What is shown and written.</summary>
    internal SweepOutputOptions Output { get; } = new();

    internal void AddTo(Command verb)
    {
        verb.Add(_scenario);
        foreach (Option option in (Option[])[_set, _seeds, _hypercube, _ranges, _designSeed, _precision, _workers, _database, _retryFailed])
            verb.Add(option);
        Output.AddTo(verb);
        verb.Add(_quiet);
    }

    internal SweepRequest Request(ParseResult parsed)
    {
        string file = parsed.GetValue(_scenario)!;
        if (string.IsNullOrWhiteSpace(file))
            throw new BadInputException("SCENARIO is empty; name a scenario file");
        if (file == "-")
            throw new BadInputException("a sweep reads its scenario from a file, so that it can go on later and its runs can be made again; name one instead of -");
        return new SweepRequest
        {
            ScenarioFile = file,
            Set = parsed.GetValue(_set) ?? [],
            Ranges = parsed.GetValue(_ranges) ?? [],
            HypercubePoints = parsed.GetValue(_hypercube),
            DesignSeed = parsed.GetValue(_designSeed),
            Seeds = parsed.GetValue(_seeds)!,
            Precision = parsed.GetValue(_precision),
            Metrics = Output.Metrics(parsed),
        };
    }

    internal SweepSettings Settings(ParseResult parsed)
    {
        string database = parsed.GetValue(_database) ?? $"{Path.GetFileNameWithoutExtension(parsed.GetValue(_scenario)!)}.sweep.db";
        OutputFile.RefuseBad("--db", database, "name a file, which is made where it is missing");
        return new SweepSettings(database, parsed.GetValue(_workers) ?? Environment.ProcessorCount, parsed.GetValue(_retryFailed), parsed.GetValue(_quiet));
    }

    private static int? Whole(ArgumentResult result, string name, int least, int most)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
            return number;
        result.AddError($"{name} takes a whole number from {least} to {most}, not '{text}'");
        return null;
    }
}
