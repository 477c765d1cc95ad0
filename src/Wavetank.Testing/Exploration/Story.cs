using System.Globalization;
using Wavetank.Recording.EventLog;
using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>Makes of a run that failed the smallest story that it can find, and tells it.</summary>
internal sealed class Story(SimulationTest test, ExplorationOptions options, Attempt failing)
{
    public SimulationFailedException Tell()
    {
        var shrinker = new Shrinker(test, failing, options.ShrinkRuns);
        Attempt least = shrinker.Shrink();
        using var files = new RunFiles(options.Folder is { } folder ? Path.Combine(folder, FolderName(options.Name), $"seed-{least.Settings.Seed}") : null);
        Attempt recorded = Attempt.Run(test, files.Record(least.Settings), out _);
        NearestRun? nearest = FindNearest(least);
        IReadOnlyList<string> written = files.Finish(recorded, nearest);
        var text = new StoryText(options, failing, least)
        {
            ShrinkRuns = shrinker.Runs,
            IsShrunk = shrinker.IsDone,
            IsRepeatable = recorded.Digest == least.Digest && recorded.FailsLike(least),
            Nearest = nearest,
            Files = written,
        };
        return new SimulationFailedException(text.ToString(), least.Failure!, least.Settings.Seed, [.. least.Kept.Select(index => least.Planned[index])], written);
    }

    /// <summary>The run that passes and differs least: without the fault that begins last, or in the other order of ties.</summary>
    private NearestRun? FindNearest(Attempt least)
    {
        if (options.ShrinkRuns == 0)
        {
            return null;
        }

        foreach (int fault in least.Kept.OrderByDescending(index => least.Planned[index].At))
        {
            string what = string.Create(CultureInfo.InvariantCulture, $"without \"{least.Planned[fault].Action}\" at {least.Planned[fault].At.TotalMilliseconds} ms");
            if (Compare(what, least.Settings, least.Settings with { Kept = least.Kept.Where(index => index != fault).ToHashSet() }) is { } nearest)
            {
                return nearest;
            }
        }

        return least.Settings.ShufflesTies
            ? Compare("with what is due at the same instant in the order of scheduling", least.Settings, least.Settings with { ShufflesTies = false })
            : null;
    }

    private NearestRun? Compare(string what, SimulationSettings fails, SimulationSettings passes)
    {
        using var failingLog = new PacketLog();
        using var passingLog = new PacketLog();
        if (Attempt.Run(test, passingLog.Record(passes), out _).Failure is not null)
        {
            return null;
        }

        Attempt.Run(test, failingLog.Record(fails), out _);
        return new NearestRun(what, EventLogComparer.FirstDifference(failingLog.Read(), passingLog.Read(), before: 2));
    }

    private static string FolderName(string name) => string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_'));
}
