using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Devices;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Studies.Comparing;
using Wavetank.Studies.Metrics;

namespace Wavetank.Cli.Verbs;

/// <summary>Finds or makes the two sets of runs that are compared.</summary>
internal sealed class ComparedSides(CompareRequest request, Terminal terminal, Interruption interruption, Action<Network>? prepare)
{
    private const int DefaultSeeds = 10;

    private readonly ScenarioTexts _texts = new(terminal);

    internal (RunSet A, RunSet B) Load()
    {
        CheckNames();
        RunSet? a = LoadResults(request.A, "A", request.SetA);
        RunSet? b = request.B is { } named ? LoadResults(named, "B", request.SetB) : null;
        if (a is not null && b is not null)
        {
            if (request.Set.Count > 0)
                throw new BadInputException("--set is for scenarios that are run here; both sides are results");
            if (request.Seeds is not null)
                throw new BadInputException("--seeds is for scenarios that are run here; both sides are results");
            return (a, b);
        }

        // Runs with the seeds that the other side has are compared in pairs.
        IReadOnlyList<ulong> seeds = request.Seeds ?? a?.Seeds ?? b?.Seeds ?? [.. Enumerable.Range(1, DefaultSeeds).Select(seed => (ulong)seed)];
        string other = request.B ?? request.A;
        (string, Scenario)[] ofA = a is null ? Scenarios("A", request.A, request.SetA, seeds) : [];
        (string, Scenario)[] ofB = b is null ? Scenarios("B", other, request.SetB, seeds) : [];
        RunMetrics[] runs = Run([.. ofA, .. ofB]);
        return (
            a ?? new RunSet(NameOf(request.A, request.SetA, other != request.A), runs[..ofA.Length]),
            b ?? new RunSet(NameOf(other, request.SetB, other != request.A), runs[^ofB.Length..]));
    }

    private void CheckNames()
    {
        if (string.IsNullOrWhiteSpace(request.A) || (request.B is not null && string.IsNullOrWhiteSpace(request.B)))
            throw new BadInputException($"{(string.IsNullOrWhiteSpace(request.A) ? "A" : "B")} is empty; name a folder of results or a scenario file");
        if (request.B is null && request.SetA.Count == 0 && request.SetB.Count == 0)
            throw new BadInputException("B is missing; name what to compare with, or give the scenario other settings by --set-b PATH=VALUE");
        if (request.B is null && RunFolders.IsResults(request.A))
            throw new BadInputException($"{request.A} holds results, which cannot be run with other settings; name the scenario file, or B");
        if (request.Set.Concat(request.SetA).Concat(request.SetB).FirstOrDefault(IsSeed) is { } seed)
            throw new BadInputException($"{seed} has no effect, because every run has a seed of its own; name them by --seeds {seed[(seed.IndexOf('=') + 1)..]}");
        if (request.B == request.A && request.SetA.Count == 0 && request.SetB.Count == 0)
            throw new BadInputException("A and B are the same; name two, or give one of them other settings by --set-b PATH=VALUE");
    }

    private static bool IsSeed(string setting) => setting.IndexOf('=') is > 0 and var equals && setting[..equals].Trim() == ScenarioKeys.Seed.Name;

    private RunSet? LoadResults(string path, string side, IReadOnlyList<string> settings)
    {
        if (!RunFolders.IsResults(path))
            return null;
        return settings.Count == 0
            ? RunFolders.Load(path)
            : throw new BadInputException($"--set-{side.ToLowerInvariant()} is for a scenario that is run here; {path} holds results");
    }

    /// <summary>The scenario once for each seed, made anew, because a seed may decide what is built: a random topology, a storm.</summary>
    private (string Name, Scenario Scenario)[] Scenarios(string side, string file, IReadOnlyList<string> settings, IReadOnlyList<ulong> seeds)
    {
        if (file != ScenarioTexts.StandardInput && !File.Exists(file) && !file.Contains('.'))
            throw new BadInputException($"{file}: is neither a folder of results nor a scenario file: it {MissingFile.Describe(file)}");
        return [.. seeds.Select(seed => (
            string.Create(CultureInfo.InvariantCulture, $"the run of {side} with seed {seed}"),
            _texts.Load(file, [.. request.Set, .. settings, string.Create(CultureInfo.InvariantCulture, $"seed={seed}")])))];
    }

    private RunMetrics[] Run((string, Scenario)[] scenarios)
    {
        var runs = new ScenarioRuns(prepare);
        interruption.StopWith(runs.Stop);
        using LiveLine? progress = LiveLine.Start(() => string.Create(CultureInfo.InvariantCulture, $"{runs.Done} of {scenarios.Length} runs"), terminal);
        return runs.Execute(scenarios, request.Workers);
    }

    private static string NameOf(string file, IReadOnlyList<string> settings, bool filesDiffer)
    {
        string text = string.Join(", ", settings);
        string name = ScenarioTexts.NameOf(file);
        return settings.Count == 0 ? name : filesDiffer ? $"{name}, {text}" : text;
    }
}
