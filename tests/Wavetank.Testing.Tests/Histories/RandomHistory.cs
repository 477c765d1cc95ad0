using Wavetank.Engine;
using Wavetank.Testing.Histories;

namespace Wavetank.Testing.Tests.Histories;

/// <summary>Histories by chance: processes that begin and end calls in any order.</summary>
internal static class RandomHistory
{
    /// <summary>A few calls whose outputs are guessed.</summary>
    public static History<TInput, TOutput> Guessed<TInput, TOutput>(Random random, Func<TInput> ask, Func<TInput, TOutput> answer)
    {
        var history = new History<TInput, TOutput>(() => SimulationTime.Zero);
        List<HistoryCall<TInput, TOutput>> open = [];
        for (int left = random.Next(2, 8); left > 0;)
        {
            if (open.Count == 0 || (open.Count < 4 && random.Next(2) == 0))
            {
                open.Add(history.Begin($"p{open.Count}", ask()));
                left--;
                continue;
            }

            End(open, random, call => answer(call.Input));
        }

        // What is still open: some end, some never do.
        while (open.Count > 0)
        {
            if (random.Next(3) == 0)
            {
                open.RemoveAt(0);
            }
            else
            {
                End(open, random, call => answer(call.Input));
            }
        }

        return history;
    }

    /// <summary>
    /// Calls at one thing that does them one after the other, at some moment while they are open; so it is linearizable. A call in
    /// <paramref name="oneIsLostOf"/> never ends, and was done or not.
    /// </summary>
    public static History<TInput, TOutput> Correct<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, Random random, int calls, int processes, Func<TInput> ask, int oneIsLostOf = int.MaxValue)
    {
        long now = 0;
        var history = new History<TInput, TOutput>(() => new SimulationTime(now++ * 1000));
        var states = new Dictionary<string, TState>();
        var open = new (HistoryCall<TInput, TOutput> Call, bool IsDone, TOutput Output)?[processes];
        while (history.Calls.Count < calls || open.Any(item => item is not null))
        {
            int process = random.Next(processes);
            if (open[process] is not { } item)
            {
                if (history.Calls.Count < calls)
                {
                    open[process] = (history.Begin($"p{process}", ask()), false, default!);
                }

                continue;
            }

            bool isLost = random.Next(oneIsLostOf) == 0;
            if (!item.IsDone && !(isLost && random.Next(2) == 0))
            {
                string part = $"{model.PartOf(item.Call.Input)}";
                (states[part], item.Output) = model.Apply(states.GetValueOrDefault(part, model.Start), item.Call.Input);
                open[process] = isLost ? null : item with { IsDone = true };
                continue;
            }

            if (item.IsDone)
            {
                item.Call.End(item.Output);
            }

            open[process] = null;
        }

        return history;
    }

    /// <summary>The same calls in the same order with other outputs.</summary>
    public static History<TInput, TOutput> Copy<TInput, TOutput>(History<TInput, TOutput> history, Func<HistoryCall<TInput, TOutput>, TOutput> output)
    {
        SimulationTime now = SimulationTime.Zero;
        var copy = new History<TInput, TOutput>(() => now);
        Dictionary<HistoryCall<TInput, TOutput>, HistoryCall<TInput, TOutput>> open = [];
        foreach ((HistoryCall<TInput, TOutput> call, bool isEnd) in history.Calls
            .SelectMany(call => new[] { (Place: call.BeganAt, Call: call, IsEnd: false), (Place: call.EndedAt, Call: call, IsEnd: true) })
            .Where(item => item.Place != int.MaxValue).OrderBy(item => item.Place).Select(item => (item.Call, item.IsEnd)))
        {
            now = isEnd ? call.Ended!.Value : call.Began;
            if (isEnd)
            {
                open[call].End(output(call)!);
            }
            else
            {
                open.Add(call, copy.Begin(call.Process, call.Input));
            }
        }

        return copy;
    }

    private static void End<TInput, TOutput>(List<HistoryCall<TInput, TOutput>> open, Random random, Func<HistoryCall<TInput, TOutput>, TOutput> answer)
    {
        int i = random.Next(open.Count);
        open[i].End(answer(open[i]));
        open.RemoveAt(i);
    }
}
