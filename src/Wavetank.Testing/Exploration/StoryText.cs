using System.Globalization;
using System.Text;
using Wavetank.Devices.Faults.Storms;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Testing.Exploration;

/// <summary>The message of a run that failed: what, which faults it takes, what the programs said, where it parts from a run that passes, and how to replay it.</summary>
internal sealed class StoryText(ExplorationOptions options, Attempt failing, Attempt least)
{
    private const int MostOutputLines = 30;

    private readonly StringBuilder _text = new();

    public required int ShrinkRuns { get; init; }

    public required bool IsShrunk { get; init; }

    public required bool IsRepeatable { get; init; }

    public required NearestRun? Nearest { get; init; }

    public required IReadOnlyList<string> Files { get; init; }

    public override string ToString()
    {
        _text.Clear();
        Line($"{options.Name} fails with seed {least.Settings.Seed}{Extent()}.");
        Section("What failed", least.Failure is ProgramFailedException failed ? failed.Report : $"{least.Failure!.GetType().Name}: {least.Failure.Message}");
        if (least.Choices.Count > 0)
        {
            Section("What the test drew", string.Join('\n', least.Choices));
        }

        TellFaults();
        TellOutput();
        if (Nearest is { } nearest)
        {
            Section($"Where it parts from the nearest run that passes, {nearest.What}", nearest.Describe());
        }

        if (!IsRepeatable)
        {
            Section("Not repeatable", "A further run with the same seed did something else: see Determinism.Check.");
        }

        if (Files.Count > 0)
        {
            Section("Files", string.Join('\n', Files));
        }

        Section("Replay", Replay());
        return _text.ToString().TrimEnd();
    }

    private string Extent() =>
        failing.Kept.Count == 0 ? ""
        : least.Kept.Count == failing.Kept.Count ? $", and takes {(least.Kept.Count == 1 ? "its one fault" : $"all of its {least.Kept.Count} faults")}"
        : least.Kept.Count == 0 ? $", and takes none of its {failing.Kept.Count} faults"
        : $", and takes {least.Kept.Count} of its {failing.Kept.Count} faults";

    private void TellFaults()
    {
        if (least.Kept.Count > 0)
        {
            Section(
                IsShrunk ? "The faults, each of which it takes (as a scenario's timeline)" : $"The faults that are left after {ShrinkRuns} runs (as a scenario's timeline)",
                string.Join('\n', least.Kept.Select(index => (PlannedFault)least.Planned[index])));
        }
    }

    /// <summary>What the programs wrote, among the faults.</summary>
    private void TellOutput()
    {
        IEnumerable<(SimulationTime Time, string Text)> faults = least.Network!.Faults.Events.Select(
            happened => (happened.Time, $"{OutputTime(happened.Time)} *** {happened.Fault} {(happened.IsBegin ? "begins" : "ends")}"));
        (SimulationTime Time, string Text)[] all =
            [.. faults.Concat(least.Network.Simulator.Console.Lines.Select(line => (line.Time, line.ToString()))).OrderBy(line => line.Time)];
        if (all.Length > 0)
        {
            string title = all.Length <= MostOutputLines ? "What happened" : $"What happened, the last {MostOutputLines} of {all.Length} lines";
            Section(title, string.Join('\n', all.Skip(all.Length - MostOutputLines).Select(line => line.Text)));
        }
    }

    private static string OutputTime(SimulationTime time) => string.Create(CultureInfo.InvariantCulture, $"[{time.TotalSeconds,7:0.000} s]");

    private string Replay()
    {
        bool isCutDown = least.Kept.Count < least.Planned.Count;
        string faults = least.Kept.Count == 0 ? "none" : string.Join(',', least.Kept);
        string ties = least.Settings.ShufflesTies ? "" : $" {ReplayVariables.Ties}=scheduled";
        return $"{ReplayVariables.Seed}={least.Settings.Seed}{(isCutDown ? $" {ReplayVariables.Faults}={faults}" : "")}{ties} dotnet test";
    }

    private void Section(string title, string body)
    {
        Line("");
        Line($"{title}:");
        foreach (string line in body.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            Line($"  {line}");
        }
    }

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
