using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>
/// Runs a simulation several times and compares. Where the runs differ, it runs them again with a log of the events around the place
/// where they part, and names the first event that differs.
/// </summary>
public static class DeterminismCheck
{
    /// <summary>Pairs of runs that are spent on the search for the place; what parts by real chance may part elsewhere each time.</summary>
    private const int Attempts = 5;

    /// <summary>Compares runs.</summary>
    /// <param name="run">Makes one run; it is called at least <paramref name="runs"/> times.</param>
    /// <param name="runs">How many runs are compared: 2 or more. Default 2.</param>
    /// <param name="before">How many events before the one that differs are named. Default 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two runs, or a negative number of events.</exception>
    /// <exception cref="InvalidOperationException">The run did not call what it was given.</exception>
    public static DeterminismReport Run(RepeatableRun run, int runs = 2, int before = 3)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(before);
        (string firstDigest, TraceCheckpoints first) = Observe(run);
        List<string> digests = [firstDigest];
        EventWindow? window = null;
        bool differs = false;
        for (int i = 1; i < runs; i++)
        {
            (string digest, TraceCheckpoints checkpoints) = Observe(run);
            digests.Add(digest);
            if (!differs && digest != firstDigest)
            {
                differs = true;
                window = TraceCheckpoints.FirstDifference(first, checkpoints);
            }
        }

        return new DeterminismReport(digests, window, window is { } found ? PinDown(run, found, before) : null);
    }

    private static EventDifference? PinDown(RepeatableRun run, EventWindow window, int before)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            var options = new EventLogOptions { FirstEvent = Math.Max(1, window.First - before), LastEvent = window.Last };
            using var leftLog = new MemoryStream();
            using var rightLog = new MemoryStream();
            (_, TraceCheckpoints left) = Observe(run, leftLog, options);
            (_, TraceCheckpoints right) = Observe(run, rightLog, options);
            if (TraceCheckpoints.FirstDifference(left, right) is not { } next)
            {
                continue;
            }

            // Only if these two runs do not part before the window is the first difference in their logs the first of all.
            if (next.First >= window.First && EventLogComparer.FirstDifference(leftLog, rightLog, before) is { } difference)
            {
                return difference;
            }

            window = next;
        }

        return null;
    }

    private static (string Digest, TraceCheckpoints Checkpoints) Observe(RepeatableRun run, Stream? log = null, EventLogOptions? options = null)
    {
        var checkpoints = new TraceCheckpoints();
        PacketEvents? observed = null;
        NdjsonEventLog? eventLog = null;
        run(events =>
        {
            observed = events;
            events.Subscribe(checkpoints);
            if (log is not null)
            {
                eventLog = new NdjsonEventLog(log, events, options, leaveOpen: true);
                events.Subscribe(eventLog);
            }
        });
        if (observed is null)
        {
            throw new InvalidOperationException("The run must call the action that it is given with its packet events before it starts.");
        }

        eventLog?.Dispose();
        log?.Seek(0, SeekOrigin.Begin);
        return (observed.DigestText, checkpoints);
    }
}
