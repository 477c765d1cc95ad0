using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>Collects the problems of one scenario, so that a user sees all of them at once.</summary>
/// <param name="file">The file's name as the user gave it.</param>
internal sealed class Problems(string file)
{
    // Nobody reads more, and a hostile file must not turn into a message of its own size many times over.
    private const int MaxKept = 200;

    private readonly List<(Place Place, ScenarioProblem Problem)> _kept = [];
    private int _notKept;

    /// <summary>The folder that files named in the scenario are relative to; empty for the current one.</summary>
    internal string Folder { get; } = Path.GetDirectoryName(file) ?? "";

    internal bool Any => _kept.Count > 0;

    internal int Count => _kept.Count + _notKept;

    /// <summary>Adds a problem whose message takes work to make: it is made only where it will be shown.</summary>
    internal void Add(Place place, string path, Func<string> message) => Add(place, path, _kept.Count < MaxKept ? message() : "");

    internal void Add(Place place, string path, string message)
    {
        if (_kept.Count == MaxKept)
        {
            _notKept++;
            return;
        }

        string source = place.File ?? (place.Override is null ? file : $"--set {Quoted.Plain(place.Override)}");
        _kept.Add((place, new ScenarioProblem(source, place.Line, place.Column, path, message)));
    }

    /// <summary>The exception that lists everything collected; problems of overrides come last.</summary>
    internal ScenarioException ToException()
    {
        // OrderBy is stable: problems at one place keep the order in which they were found.
        List<ScenarioProblem> sorted =
        [
            .. _kept.OrderBy(p => p.Place.Override is not null)
                .ThenBy(p => p.Place.File, StringComparer.Ordinal)
                .ThenBy(p => p.Place.Line)
                .ThenBy(p => p.Place.Column)
                .Select(p => p.Problem),
        ];
        if (_notKept > 0)
            sorted.Add(new ScenarioProblem(file, 0, 0, "", $"and {_notKept} more problems, not shown"));
        return new ScenarioException(sorted);
    }

    internal void ThrowIfAny()
    {
        if (Any)
            throw ToException();
    }
}
