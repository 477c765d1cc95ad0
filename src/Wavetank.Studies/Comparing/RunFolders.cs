using System.Globalization;
using Wavetank.Scenarios.Words;
using Wavetank.Studies.Metrics;

namespace Wavetank.Studies.Comparing;

/// <summary>Finds the runs in a folder of results: its own results.json, or those of the folders in it.</summary>
internal static class RunFolders
{
    private const int MostRuns = SeedList.MostSeeds;

    /// <summary>Whether a path names results rather than a scenario.</summary>
    internal static bool IsResults(string path) => Directory.Exists(path) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ResultsException">There are none, they cannot be read, or they are no runs of one thing.</exception>
    internal static RunSet Load(string path)
    {
        string[] files = !Directory.Exists(path) ? [path] : File.Exists(Path.Combine(path, RunMetrics.FileName)) ? [Path.Combine(path, RunMetrics.FileName)] : Find(path);
        (string File, RunMetrics Run)[] runs = [.. files.Select(file => (file, RunMetrics.Load(file))).OrderBy(row => row.Item2.Seed)];
        for (int i = 1; i < runs.Length; i++)
        {
            if (runs[i].Run.Scenario != runs[0].Run.Scenario)
            {
                throw new ResultsException(
                    $"{path}: holds runs of {Quoted.Text(runs[0].Run.Scenario)} ({runs[0].File}) and of {Quoted.Text(runs[i].Run.Scenario)} ({runs[i].File}); give a folder with runs of one scenario");
            }

            if (runs[i].Run.Seed == runs[i - 1].Run.Seed)
            {
                throw new ResultsException(string.Create(
                    CultureInfo.InvariantCulture, $"{path}: holds two runs with seed {runs[i].Run.Seed}: {runs[i - 1].File} and {runs[i].File}; runs of one set have different seeds"));
            }
        }

        return new RunSet(path, [.. runs.Select(row => row.Run)]);
    }

    private static string[] Find(string folder)
    {
        try
        {
            string[] files = [.. Directory.EnumerateFiles(folder, RunMetrics.FileName, SearchOption.AllDirectories).Take(MostRuns + 1).Order(StringComparer.Ordinal)];
            return files.Length == 0
                ? throw new ResultsException($"{folder}: holds no {RunMetrics.FileName}, and no folder in it does; make one with wavetank run SCENARIO --out {folder}")
                : files.Length > MostRuns ? throw new ResultsException($"{folder}: holds more than {MostRuns} runs") : files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"{folder}: cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
