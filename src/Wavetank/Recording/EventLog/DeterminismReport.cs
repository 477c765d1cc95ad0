using System.Globalization;
using System.Text;

namespace Wavetank.Recording.EventLog;

/// <summary>Whether repeated runs did the same, and where they part if they did not.</summary>
/// <param name="Digests">The trace digest of each run.</param>
/// <param name="Window">Where the first run that differs parts from the first run; null where the packet events are the same.</param>
/// <param name="Difference">The first event that differs, found in two further runs; null where it could not be pinned down.</param>
public sealed record DeterminismReport(IReadOnlyList<string> Digests, EventWindow? Window, EventDifference? Difference)
{
    /// <summary>Whether all digests are the same.</summary>
    public bool IsDeterministic => Digests.All(digest => digest == Digests[0]);

    /// <summary>The result for people.</summary>
    public string Describe()
    {
        if (IsDeterministic)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Digests.Count} runs, one digest: {Digests[0]}");
        }

        var text = new StringBuilder("The runs differ: ").AppendJoin(", ", Digests).Append('\n');
        if (Difference is { } difference)
        {
            text.Append(difference.Describe());
        }
        else if (Window is { } window)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"They part between event {window.First} and event {window.Last}, at {window.After} or later, but further runs did not part at one place.");
        }
        else
        {
            text.Append("Every packet is the same; what differs are bytes that programs gave to their sockets and that were not sent, or the pieces in which they gave them.");
        }

        return text.ToString();
    }
}
