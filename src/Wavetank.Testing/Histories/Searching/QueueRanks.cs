namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// In which order a search of a queue's history tries calls: elements are put in the order in which they are taken, or else the wrong guess
/// shows long after it was made. An element is due no later than those that can only have been put after it.
/// </summary>
internal static class QueueRanks
{
    public static int[] Of<T>(IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> calls)
    {
        int[] ranks = [.. calls.Select(call => call.Ended)];
        Dictionary<ValueTuple<T?>, Queue<int>> puts = [];
        int[] enqueues = [.. Enumerable.Range(0, calls.Count).Where(i => calls[i].Call.Input.IsEnqueue)];
        foreach (int put in enqueues)
        {
            ranks[put] = int.MaxValue;
            ValueTuple<T?> key = new(calls[put].Call.Input.Value);
            (puts.TryGetValue(key, out Queue<int>? same) ? same : puts[key] = new Queue<int>()).Enqueue(put);
        }

        foreach (SearchCall<QueueInput<T>, QueueOutput<T>> take in calls
            .Where(call => !call.Call.Input.IsEnqueue && !call.IsPending && call.Call.Output.HasValue).OrderBy(call => call.Ended))
        {
            if (puts.TryGetValue(new(take.Call.Output.Value), out Queue<int>? same) && same.TryDequeue(out int put))
            {
                ranks[put] = take.Ended;
            }
        }

        // From the last that began to the first, the least rank of all that began after each one's end.
        int[] byEnd = [.. enqueues.OrderByDescending(i => calls[i].Ended)];
        int next = enqueues.Length - 1;
        int least = int.MaxValue;
        foreach (int put in byEnd)
        {
            for (; next >= 0 && calls[enqueues[next]].Began > calls[put].Ended; next--)
            {
                least = Math.Min(least, ranks[enqueues[next]]);
            }

            ranks[put] = Math.Min(ranks[put], least);
        }

        return ranks;
    }
}
