using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Reading;

/// <summary>Reads <c>links.core-server.loss</c> and <c>applications[0].size</c> into steps.</summary>
internal static class OverridePath
{
    internal static bool TryParse(string path, out IReadOnlyList<OverrideStep> steps, out string? problem)
    {
        List<OverrideStep> result = [];
        steps = result;
        problem = null;
        foreach (string part in path.Split('.'))
        {
            int open = part.IndexOf('[');
            string name = open < 0 ? part : part[..open];
            if (name.Length == 0)
            {
                problem = "is no path; write names joined by dots, such as links.core-server.loss or applications[0].size";
                return false;
            }

            result.Add(new OverrideStep(name, 0));
            if (open >= 0 && !TryParseIndexes(part[open..], result))
            {
                problem = $"{Quoted.Text(part)} is no path; write the number of a list's item in brackets, such as applications[0]";
                return false;
            }
        }

        return true;
    }

    private static bool TryParseIndexes(string text, List<OverrideStep> steps)
    {
        while (text.Length > 0)
        {
            int close = text.IndexOf(']');
            if (text[0] != '[' || close < 2 || !int.TryParse(text.AsSpan(1, close - 1), System.Globalization.NumberStyles.None, null, out int index))
                return false;
            steps.Add(new OverrideStep(null, index));
            text = text[(close + 1)..];
        }

        return true;
    }
}
