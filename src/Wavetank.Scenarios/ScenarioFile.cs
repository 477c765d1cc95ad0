using Wavetank.Scenarios.Checking;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios;

/// <summary>Turns a scenario file into a checked <see cref="Scenario"/>, or says everything that is wrong with it.</summary>
public static class ScenarioFile
{
    /// <summary>Reads, overrides and checks a scenario file.</summary>
    /// <param name="path">The file: UTF-8 text, at most 1 MiB.</param>
    /// <param name="overrides">Values to set before the check, each <c>PATH=VALUE</c> (<c>links.core-server.loss=5%</c>, <c>applications[0].size=1KB</c>); none by default.</param>
    /// <returns>The scenario; complete and consistent.</returns>
    /// <exception cref="ScenarioException">The file cannot be read, or the scenario has problems; all of them are listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="path"/> is null.</exception>
    public static Scenario Load(string path, IReadOnlyList<string>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(ScenarioText.Load(path), path, overrides);
    }

    /// <summary>Overrides and checks a scenario given as text.</summary>
    /// <param name="text">YAML, at most 1 Mi characters.</param>
    /// <param name="fileName">The name that problems carry; without folder and ending it is also the scenario's name where the text gives none.</param>
    /// <param name="overrides">Values to set before the check, each <c>PATH=VALUE</c>; none by default.</param>
    /// <returns>The scenario; complete and consistent.</returns>
    /// <exception cref="ScenarioException">The scenario has problems; all of them are listed.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="fileName"/> is null.</exception>
    public static Scenario Parse(string text, string fileName, IReadOnlyList<string>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);

        var problems = new Problems(fileName);
        if (ScenarioText.Check(text) is { } problem)
        {
            problems.Add(default, "", problem);
            throw problems.ToException();
        }

        Element root = ElementReader.Read(text, problems);
        Overrides.Apply(root, overrides ?? [], problems);
        Scenario? scenario = ScenarioChecker.Check(root, Path.GetFileNameWithoutExtension(fileName), problems);
        problems.ThrowIfAny();
        return scenario!;
    }
}
