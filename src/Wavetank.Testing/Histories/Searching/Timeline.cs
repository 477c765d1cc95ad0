using System.Text;

namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// Calls as bars, a line or more for each process, from left to right: bars that stand one above the other overlapped. The order is true; lengths are not
/// to scale, since a label needs its room.
/// </summary>
internal static class Timeline
{
    public static string Draw(IReadOnlyList<TimelineCall> calls)
    {
        int width = calls.Max(call => call.Process.Length) + 2;
        (Dictionary<TimelineCall, int> begins, Dictionary<TimelineCall, int> ends, int columns) = Place(calls);
        List<string> lines = [];
        foreach (IGrouping<string, TimelineCall> process in calls.GroupBy(call => call.Process))
        {
            List<(StringBuilder Text, StringBuilder Marks)> lanes = [];
            foreach (TimelineCall call in process)
            {
                int begin = begins[call];
                int lane = lanes.FindIndex(item => item.Text.Length <= begin);
                if (lane < 0)
                {
                    lane = lanes.Count;
                    lanes.Add((new StringBuilder(), new StringBuilder()));
                }

                string bar = ends.TryGetValue(call, out int end)
                    ? $"[{Fill(call.Label, '-', end - begin - 1)}]"
                    : $"[{Fill(call.Label, '.', columns - begin - 1)}";
                lanes[lane].Text.Append(' ', begin - lanes[lane].Text.Length).Append(bar);
                if (call.IsMarked)
                {
                    lanes[lane].Marks.Append(' ', begin).Append('^', bar.Length);
                }
            }

            foreach ((StringBuilder text, StringBuilder marks) in lanes)
            {
                lines.Add($"  {process.Key.PadRight(width)}{text}");
                if (marks.Length > 0)
                {
                    lines.Add($"  {new string(' ', width)}{marks}");
                }
            }
        }

        return string.Join('\n', lines);
    }

    private static (Dictionary<TimelineCall, int> Begins, Dictionary<TimelineCall, int> Ends, int Columns) Place(IReadOnlyList<TimelineCall> calls)
    {
        Dictionary<TimelineCall, int> begins = [];
        Dictionary<TimelineCall, int> ends = [];
        int column = 0;
        foreach ((int _, TimelineCall call, bool isEnd) in calls
            .SelectMany(call => new[] { (Place: call.Began, Call: call, IsEnd: false), (Place: call.Ended, Call: call, IsEnd: true) })
            .Where(item => item.Place != int.MaxValue).OrderBy(item => item.Place))
        {
            if (isEnd)
            {
                column = Math.Max(column, begins[call] + call.Label.Length + 1);
                ends[call] = column;
                column += 2;
            }
            else
            {
                begins[call] = column++;
            }
        }

        // A pending bar reaches the edge.
        return (begins, ends, Math.Max(column, calls.Max(call => begins[call] + call.Label.Length + 5)));
    }

    private static string Fill(string label, char with, int length) =>
        length > label.Length ? $"{label} {new string(with, length - label.Length - 1)}" : label;
}
