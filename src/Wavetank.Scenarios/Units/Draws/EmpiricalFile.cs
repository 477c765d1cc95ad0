using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Units.Draws;

/// <summary>Reads the file of <c>empirical(FILE)</c>: a value with its unit on each line; empty lines and what follows # are passed over.</summary>
internal static class EmpiricalFile
{
    // A file of 1 MiB holds at most a third of a million values, so the bound on bytes bounds them too.
    internal static long[]? Read(DrawnQuantity quantity, string folder, string file, out string? problem)
    {
        string text;
        try
        {
            text = ScenarioText.Load(Path.Combine(folder, file));
        }
        catch (ScenarioException exception)
        {
            problem = $"empirical({file}): {Quoted.Text(file)} {exception.Problems[0].Message}";
            return null;
        }

        List<long> values = [];
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            number++;
            int comment = line.IndexOf('#');
            ReadOnlySpan<char> value = (comment < 0 ? line : line[..comment]).Trim();
            if (value.IsEmpty)
                continue;
            if (!quantity.TryParse(value, out long steps, out problem))
            {
                problem = $"{file}, line {number}: {problem}";
                return null;
            }

            values.Add(steps);
        }

        problem = values.Count == 0 ? $"{file} holds no {quantity.One}; write one with its unit on each line" : null;
        return values.Count == 0 ? null : [.. values];
    }
}
