using System.Text;
using FsCheck.Xunit;
using Wavetank.Scenarios.Tests.Support;

namespace Wavetank.Scenarios.Tests.Reading;

/// <summary>Whatever the input, the only exception is <see cref="ScenarioException"/>, and its problems fit on lines.</summary>
public sealed class ArbitraryInputTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    private static bool IsWellBehaved(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (ScenarioException exception)
        {
            return exception.Problems.Count > 0
                && exception.Problems.All(p => p.Message.Length is > 0 and < 2_000 && !p.ToString().Any(char.IsControl));
        }
    }

    [Property(MaxTest = 500)]
    public bool Arbitrary_bytes_give_a_scenario_or_its_problems(byte[] bytes)
    {
        File.WriteAllBytes(_file, bytes);
        return IsWellBehaved(() => ScenarioFile.Load(_file));
    }

    [Property(MaxTest = 2000)]
    public bool Arbitrary_text_gives_a_scenario_or_its_problems(string? text) =>
        IsWellBehaved(() => ScenarioFile.Parse(text ?? "", "lab.yaml"));

    // YAML's own signs in any order reach further into the parser than letters do.
    [Property(MaxTest = 3000)]
    public bool Arbitrary_yaml_signs_give_a_scenario_or_their_problems(byte[] bytes)
    {
        string[] signs = ["[", "]", "{", "}", ":", ": ", ",", "- ", "? ", "\n", "\n  ", "\t", "'", "\"", "|", ">", "#", "&a", "*a", "!", "%", "@", "---\n", "...\n", "<<", "a", "devices", "1", "\\", "\u0085", "\ud800"];
        string text = string.Concat(bytes.Select(b => signs[b % signs.Length]));
        return IsWellBehaved(() => ScenarioFile.Parse(text, "lab.yaml"));
    }

    [Property(MaxTest = 3000)]
    public bool Good_scenario_with_a_piece_cut_out_or_doubled_gives_a_scenario_or_its_problems(ushort start, byte length, bool doubled)
    {
        int from = start % Lab.Good.Length;
        int count = Math.Min(length, Lab.Good.Length - from);
        string text = doubled ? Lab.Good.Insert(from, Lab.Good.Substring(from, count)) : Lab.Good.Remove(from, count);
        return IsWellBehaved(() => ScenarioFile.Parse(text, "lab.yaml"));
    }

    [Property(MaxTest = 1000)]
    public bool Arbitrary_overrides_give_a_scenario_or_their_problems(string? path, string? value)
    {
        var text = new StringBuilder(path).Append('=').Append(value).ToString();
        return IsWellBehaved(() => ScenarioFile.Parse(Lab.Good, "lab.yaml", [text, $"links.core-server.{text}", $"seed={value}"]));
    }
}
