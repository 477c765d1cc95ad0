using System.Text;
using Wavetank.Recording.EventLog;

namespace Wavetank.Tests.Recording.EventLog;

internal static class EventLogs
{
    /// <summary>The lines of the log of a run.</summary>
    public static string[] Of(Action<TestRun> body, EventLogOptions? options = null)
    {
        using var run = new TestRun();
        using var stream = new MemoryStream();
        using (var log = new NdjsonEventLog(stream, run.Events, options))
        {
            run.Events.Subscribe(log);
            body(run);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[..^1];
    }

    public static EventDifference? Compare(string[] left, string[] right, int before = 3)
    {
        using MemoryStream one = Stream(left), other = Stream(right);
        return EventLogComparer.FirstDifference(one, other, before);

        static MemoryStream Stream(string[] lines) => new(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + '\n'))));
    }
}
