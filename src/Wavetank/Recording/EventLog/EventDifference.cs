using System.Text;

namespace Wavetank.Recording.EventLog;

/// <summary>The first event in which two logs differ.</summary>
/// <param name="Number">The event's number in the run, or the line's number where the logs do not say.</param>
/// <param name="Left">The event's line in the first log, or null where that log has ended.</param>
/// <param name="Right">The event's line in the second log, or null where that log has ended.</param>
/// <param name="Before">The last lines before it, which both logs have.</param>
/// <param name="Fields">The properties whose values differ; empty where one log has ended or the lines are not JSON.</param>
public sealed record EventDifference(
    long Number, string? Left, string? Right, IReadOnlyList<string> Before, IReadOnlyList<string> Fields)
{
    /// <summary>Whether the events are the same but for the bytes that the packet carries.</summary>
    public bool IsPayloadOnly => Fields is ["hash"];

    /// <summary>What differs, for people: a sentence, the lines before, and the line of either log.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        text.Append("The first difference is at event ").Append(Number).Append(EventLine.Place(Left ?? Right)).Append(": ").Append(Summary).Append('.');
        foreach (string line in Before)
        {
            text.Append("\n  before  ").Append(line);
        }

        text.Append("\n  first   ").Append(Left ?? "(ended)");
        text.Append("\n  second  ").Append(Right ?? "(ended)");
        return text.ToString();
    }

    /// <summary>The events before, which both logs have, and the one of either log, each as a line in words.</summary>
    /// <param name="left">What the first log is called.</param>
    /// <param name="right">What the second log is called.</param>
    public string DescribeInWords(string left, string right)
    {
        const string Common = "both";
        int width = Math.Max(Common.Length, Math.Max(left.Length, right.Length)) + 2;
        IEnumerable<(string Name, string? Line)> lines = [.. Before.Select(line => (Common, (string?)line)), (left, Left), (right, Right)];
        return string.Join('\n', lines.Select(line => line.Name.PadRight(width) + EventLine.Words(line.Line)));
    }

    private string Summary =>
        Left is null ? "the first run has no more events"
        : Right is null ? "the second run has no more events"
        : IsPayloadOnly ? "the same packet carries other bytes"
        : Fields.Count == 0 ? "the lines differ"
        : $"{string.Join(", ", Fields)} {(Fields.Count == 1 ? "differs" : "differ")}";
}
