namespace Wavetank.Testing.Histories.Searching;

/// <summary>
/// What no queue does, where every element is another: take what was not put, take one element twice, or take an element although one that was
/// put before is still there (Henzinger, Sezgin and Vafeiadis 2013, "Aspect-oriented linearizability proofs"). That nothing is
/// found proves nothing: a queue found empty, and calls that are pending, are left to the search.
/// </summary>
internal static class QueueAnomalies
{
    public static Anomaly<QueueInput<T>, QueueOutput<T>>? Find<T>(IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> calls)
    {
        Dictionary<ValueTuple<T?>, SearchCall<QueueInput<T>, QueueOutput<T>>> puts = [];
        foreach (SearchCall<QueueInput<T>, QueueOutput<T>> call in calls.Where(call => call.Call.Input.IsEnqueue))
        {
            if (!puts.TryAdd(new(call.Call.Input.Value), call))
            {
                return null;
            }
        }

        SearchCall<QueueInput<T>, QueueOutput<T>>[] takes =
            [.. calls.Where(call => !call.Call.Input.IsEnqueue && !call.IsPending && call.Call.Output.HasValue).OrderBy(call => call.Ended)];
        Dictionary<ValueTuple<T?>, SearchCall<QueueInput<T>, QueueOutput<T>>> taken = [];
        Anomaly<QueueInput<T>, QueueOutput<T>>? first = null;
        foreach (SearchCall<QueueInput<T>, QueueOutput<T>> take in takes)
        {
            ValueTuple<T?> value = new(take.Call.Output.Value);
            if (!puts.TryGetValue(value, out SearchCall<QueueInput<T>, QueueOutput<T>> put))
            {
                first ??= Of(take, [], $"{Took(take)}, which nobody put.");
            }
            else if (put.Began > take.Ended)
            {
                first ??= Of(take, [put.Call], $"{Took(take)} before it was put, from {put.Call.Began} on.");
            }
            else if (!taken.TryAdd(value, take))
            {
                first ??= Of(take, [put.Call, taken[value].Call], $"{Took(take)}, which {taken[value].Call.Process} had taken by {taken[value].Call.Ended}.");
            }
        }

        Anomaly<QueueInput<T>, QueueOutput<T>>? overtaken = FindOvertaken(calls, puts, takes, taken);
        return first is null || overtaken?.Offender.EndedAt < first.Offender.EndedAt ? overtaken : first;
    }

    private static Anomaly<QueueInput<T>, QueueOutput<T>>? FindOvertaken<T>(
        IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> calls,
        Dictionary<ValueTuple<T?>, SearchCall<QueueInput<T>, QueueOutput<T>>> puts,
        SearchCall<QueueInput<T>, QueueOutput<T>>[] takes,
        Dictionary<ValueTuple<T?>, SearchCall<QueueInput<T>, QueueOutput<T>>> taken)
    {
        // Who never ended may have taken what nobody else took.
        int firstPendingTake = calls.Where(call => call.IsPending && !call.Call.Input.IsEnqueue).Select(call => call.Began).DefaultIfEmpty(int.MaxValue).First();
        SearchCall<QueueInput<T>, QueueOutput<T>>[] ended = [.. puts.Values.Where(put => !put.IsPending).OrderBy(put => put.Ended)];

        // By how many of these have ended: the one that is taken last, and when its taking began.
        (int Began, int Put)[] latest = new (int, int)[ended.Length + 1];
        latest[0] = (-1, -1);
        for (int i = 0; i < ended.Length; i++)
        {
            int began = taken.TryGetValue(new(ended[i].Call.Input.Value), out SearchCall<QueueInput<T>, QueueOutput<T>> take) ? take.Began : firstPendingTake;
            latest[i + 1] = began > latest[i].Began ? (began, i) : latest[i];
        }

        int[] ends = [.. ended.Select(put => put.Ended)];
        foreach (SearchCall<QueueInput<T>, QueueOutput<T>> take in takes)
        {
            if (!puts.TryGetValue(new(take.Call.Output.Value), out SearchCall<QueueInput<T>, QueueOutput<T>> put))
            {
                continue;
            }

            (int began, int which) = latest[~Array.BinarySearch(ends, put.Began)];
            if (began <= take.Ended)
            {
                continue;
            }

            SearchCall<QueueInput<T>, QueueOutput<T>> first = ended[which];
            bool isTaken = taken.TryGetValue(new(first.Call.Input.Value), out SearchCall<QueueInput<T>, QueueOutput<T>> later);
            string fate = isTaken ? $"{later.Call.Process} took that later, from {later.Call.Began} on" : "nobody had taken that";
            return Of(
                take,
                isTaken ? [first.Call, put.Call, later.Call] : [first.Call, put.Call],
                $"{Took(take)}, although {ValueText.Of(first.Call.Input.Value)} was put before it, by {first.Call.Ended}; {fate}.");
        }

        return null;
    }

    private static Anomaly<QueueInput<T>, QueueOutput<T>> Of<T>(
        SearchCall<QueueInput<T>, QueueOutput<T>> offender, HistoryCall<QueueInput<T>, QueueOutput<T>>[] others, string text) => new(offender.Call, others, text);

    private static string Took<T>(SearchCall<QueueInput<T>, QueueOutput<T>> take) =>
        $"At {take.Call.Ended} {take.Call.Process} took {ValueText.Of(take.Call.Output.Value)}";
}
