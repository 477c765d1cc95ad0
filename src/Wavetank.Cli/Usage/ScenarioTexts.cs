using Wavetank.Cli.Output;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Cli.Usage;

/// <summary>
/// Scenario files, each read once however often it is needed: a pipe gives its text only once, and a file may be changed while its
/// scenario runs.
/// </summary>
/// <param name="terminal">Where standard input comes from.</param>
internal sealed class ScenarioTexts(Terminal terminal)
{
    /// <summary>What stands for standard input.</summary>
    internal const string StandardInput = "-";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The text of a file.</summary>
    /// <exception cref="ScenarioException">The file cannot be read or is not text.</exception>
    internal string Read(string file)
    {
        if (!_texts.TryGetValue(file, out string? text))
            _texts.Add(file, text = file == StandardInput ? ReadInput() : ScenarioText.Load(file));
        return text;
    }

    /// <summary>The scenario of a file, with settings.</summary>
    /// <exception cref="ScenarioException">The scenario has problems.</exception>
    internal Scenario Load(string file, IReadOnlyList<string> settings) => ScenarioFile.Parse(Read(file), NameOf(file), settings);

    /// <summary>What a file is called.</summary>
    internal static string NameOf(string file) => file == StandardInput ? "standard input" : file;

    private string ReadInput()
    {
        using Stream input = terminal.OpenInput();
        return ScenarioText.Load(input, NameOf(StandardInput));
    }
}
