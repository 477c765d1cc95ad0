using System.Globalization;

namespace Wavetank.Testing.Histories.Searching;

/// <summary>Verdicts in words, a table and a picture.</summary>
internal static class Explanation
{
    private const int MostRows = 12;

    public static string OfOrder(int calls, SearchBudget budget) => string.Create(
        CultureInfo.InvariantCulture, $"Linearizable: {calls} {(calls == 1 ? "call" : "calls")}, found in {budget.Steps} {(budget.Steps == 1 ? "step" : "steps")}.");

    public static string OfUnknown<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model,
        HistoryPart<TInput, TOutput> part,
        SearchBudget budget,
        IReadOnlyList<HistoryCall<TInput, TOutput>> longest)
    {
        string why = budget.IsCancelled ? "the check was cancelled" : "the limit was reached; a greater one may tell";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Unknown whether linearizable after {budget.Steps} steps: {why}. Of {part} the longest order that was tried has {longest.Count}.\n\n{OrderTable(model, longest, null)}");
    }

    public static string OfAnomaly<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, HistoryPart<TInput, TOutput> part, Anomaly<TInput, TOutput> anomaly) =>
        $"""
        Not linearizable: no order explains these {part}.
        {anomaly.Text}

        {Picture(model, part, anomaly.Offender, anomaly.Others)}
        """;

    public static string OfOffender<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model,
        HistoryPart<TInput, TOutput> part,
        HistoryCall<TInput, TOutput> offender,
        IReadOnlyList<HistoryCall<TInput, TOutput>> order,
        bool isExact)
    {
        string claim = isExact
            ? $"Just before {offender.Ended} there is one; then this call has no place in any:"
            : "The longest order that was found has no place for this call:";
        return $"""
            Not linearizable: no order explains these {part}.
            {claim}

              {offender.Process}: {model.Describe(offender.Input, offender.Output!)}, from {offender.Began} to {offender.Ended}

            {OrderTable(model, order, offender)}

            {Picture(model, part, offender, [])}
            """;
    }

    private static string OrderTable<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, IReadOnlyList<HistoryCall<TInput, TOutput>> order, HistoryCall<TInput, TOutput>? offender)
    {
        TState state = model.Start;
        List<string[]> rows = [];
        foreach (HistoryCall<TInput, TOutput> call in order)
        {
            (state, TOutput due) = model.Apply(state, call.Input);
            string text = model.Describe(call.Input, call.Outcome == CallOutcome.Ended && call != offender ? call.Output! : due);
            rows.Add([call.Process, text, $"{call.Began}", call.Ended is { } ended ? $"{ended}" : "never", model.DescribeState(state)]);
        }

        int left = Math.Max(0, rows.Count - MostRows);
        string before = left == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", after {left} others");
        string table = rows.Count == 0
            ? $"No call comes before; the state is {model.DescribeState(model.Start)}."
            : $"{(offender is null ? "That order" : "Such an order")}{before}:\n\n{TextTable.Format(["process", "call", "began", "ended", "state after"], rows[left..])}";
        if (offender is null)
        {
            return table;
        }

        return order.Contains(offender)
            ? $"{table}\n\nIn this order the call gives another output, as the table shows."
            : $"{table}\n\nNext would be: {model.Describe(offender.Input, model.Apply(state, offender.Input).Output)}.";
    }

    private static string Picture<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model,
        HistoryPart<TInput, TOutput> part,
        HistoryCall<TInput, TOutput> offender,
        IReadOnlyList<HistoryCall<TInput, TOutput>> others)
    {
        // The offender and what proves it wrong; or the offender, what it overlaps, and the latest before it, of those without an end by their beginning.
        IEnumerable<HistoryCall<TInput, TOutput>> shown = part.Calls
            .Where(call => call.BeganAt < offender.EndedAt && call != offender && !others.Contains(call))
            .OrderByDescending(call => call.Outcome == CallOutcome.Pending ? call.BeganAt : Math.Min(call.EndedAt, offender.EndedAt)).ThenByDescending(call => call.BeganAt)
            .Take(others.Count > 0 ? 0 : MostRows - 1)
            .Concat(others).Append(offender);
        return Timeline.Draw([.. shown.Distinct().OrderBy(call => call.BeganAt).Select(call => new TimelineCall(
            call.Process,
            call.Outcome == CallOutcome.Ended ? model.Describe(call.Input, call.Output!) : model.Describe(call.Input),
            call.BeganAt,
            call.EndedAt,
            call == offender))]);
    }
}
