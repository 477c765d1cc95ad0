namespace Wavetank.Testing.Histories.Searching;

/// <summary>Checks a history part by part, and finds the call to blame.</summary>
internal sealed class LinearizabilityCheck<TState, TInput, TOutput>(
    History<TInput, TOutput> history, SequentialModel<TState, TInput, TOutput> model, SearchBudget budget)
{
    public LinearizabilityResult<TInput, TOutput> Run()
    {
        List<HistoryCall<TInput, TOutput>> order = [];
        LinearizabilityResult<TInput, TOutput>? unknown = null;
        foreach (IGrouping<object?, HistoryCall<TInput, TOutput>> part in history.Calls.GroupBy(call => model.PartOf(call.Input)))
        {
            HistoryPart<TInput, TOutput> checkedPart = new(part.Key, [.. part.Where(call => call.Outcome != CallOutcome.Failed)]);
            List<SearchCall<TInput, TOutput>> calls = CutHistory.Of(checkedPart.Calls);
            if (model.FindAnomaly(calls) is { } anomaly)
            {
                return Result(
                    LinearizabilityVerdict.NotLinearizable, Explanation.OfAnomaly(model, checkedPart, anomaly), anomaly.Offender, []);
            }

            var search = new LinearizationSearch<TState, TInput, TOutput>(model, calls, budget);
            LinearizabilityVerdict verdict = search.Run();
            IReadOnlyList<HistoryCall<TInput, TOutput>> found = search.Order;
            if (verdict == LinearizabilityVerdict.NotLinearizable)
            {
                return Blame(checkedPart, found);
            }

            if (verdict == LinearizabilityVerdict.Unknown)
            {
                // Other parts may still break a rule at a glance, so they are looked at as far as they need no steps.
                unknown ??= Result(verdict, Explanation.OfUnknown(model, checkedPart, budget, found), null, found);
            }

            order.AddRange(found);
        }

        return unknown ?? Result(LinearizabilityVerdict.Linearizable, Explanation.OfOrder(history.Calls.Count, budget), null, order);
    }

    /// <summary>
    /// Finds the end of a call up to which the history cannot be explained although it can be just before. A part of a linearizable history is
    /// linearizable, so halving finds it.
    /// </summary>
    private LinearizabilityResult<TInput, TOutput> Blame(HistoryPart<TInput, TOutput> part, IReadOnlyList<HistoryCall<TInput, TOutput>> longest)
    {
        HistoryCall<TInput, TOutput>[] ends = [.. part.Calls.Where(call => call.Outcome == CallOutcome.Ended).OrderBy(call => call.EndedAt)];
        IReadOnlyList<HistoryCall<TInput, TOutput>> order = [];
        (int good, int bad) = (-1, ends.Length - 1);
        while (bad - good > 1)
        {
            int middle = good + ((bad - good) / 2);
            List<SearchCall<TInput, TOutput>> calls = CutHistory.Of(part.Calls, ends[middle].EndedAt);
            var search = new LinearizationSearch<TState, TInput, TOutput>(model, calls, budget);
            switch (search.Run())
            {
                case LinearizabilityVerdict.Linearizable:
                    good = middle;
                    order = search.Order;
                    break;
                case LinearizabilityVerdict.NotLinearizable:
                    bad = middle;
                    break;
                default:
                    HashSet<HistoryCall<TInput, TOutput>> placed = [.. longest];
                    HistoryCall<TInput, TOutput> first = ends.First(call => !placed.Contains(call));
                    return Result(
                        LinearizabilityVerdict.NotLinearizable, Explanation.OfOffender(model, part, first, longest, isExact: false), first, longest);
            }
        }

        return Result(
            LinearizabilityVerdict.NotLinearizable, Explanation.OfOffender(model, part, ends[bad], order, isExact: true), ends[bad], order);
    }

    private LinearizabilityResult<TInput, TOutput> Result(
        LinearizabilityVerdict verdict,
        string explanation,
        HistoryCall<TInput, TOutput>? offender,
        IReadOnlyList<HistoryCall<TInput, TOutput>> order) => new(verdict, budget.Steps, explanation, offender, order);
}
