using System.Globalization;
using System.Text;

namespace Wavetank.Scenarios.Results;

/// <summary>A storm as the section <c>timeline</c> of a scenario: in the place of <c>storm</c> it gives the same run.</summary>
public static class StormTimeline
{
    /// <summary>Writes the section.</summary>
    /// <param name="result">The results of a run with a storm.</param>
    /// <param name="stream">Where to; UTF-8. It is left open.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public static void Write(ScenarioResult result, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(stream);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# The storm of seed {result.Seed}. Put it in the place of \"storm:\", behind what the timeline has already.\ntimeline:\n");
        foreach (string entry in result.Storm)
            text.Append("  ").Append(entry).Append('\n');
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
