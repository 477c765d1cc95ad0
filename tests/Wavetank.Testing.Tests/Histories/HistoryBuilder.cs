using Wavetank.Engine;
using Wavetank.Testing.Histories;

namespace Wavetank.Testing.Tests.Histories;

/// <summary>Histories written down call by call, with times in milliseconds; at one instant beginnings come after ends.</summary>
internal sealed class HistoryBuilder<TInput, TOutput>
{
    private readonly List<(string Process, TInput Input, TOutput? Output, int From, int To)> _calls = [];

    public HistoryBuilder<TInput, TOutput> Call(string process, TInput input, TOutput output, int from, int to)
    {
        _calls.Add((process, input, output, from, to));
        return this;
    }

    public HistoryBuilder<TInput, TOutput> Pending(string process, TInput input, int from)
    {
        _calls.Add((process, input, default, from, int.MaxValue));
        return this;
    }

    public History<TInput, TOutput> Build()
    {
        SimulationTime now = SimulationTime.Zero;
        var history = new History<TInput, TOutput>(() => now);
        var open = new HistoryCall<TInput, TOutput>[_calls.Count];
        foreach ((int time, bool isBegin, int i) in Enumerable.Range(0, _calls.Count)
            .SelectMany(i => new[] { (Time: _calls[i].From, IsBegin: true, i), (Time: _calls[i].To, IsBegin: false, i) })
            .Where(item => item.Time != int.MaxValue).OrderBy(item => item.Time).ThenBy(item => item.IsBegin))
        {
            now = SimulationTime.FromTimeSpan(TimeSpan.FromMilliseconds(time));
            if (isBegin)
            {
                open[i] = history.Begin(_calls[i].Process, _calls[i].Input);
            }
            else
            {
                open[i].End(_calls[i].Output!);
            }
        }

        return history;
    }

    public LinearizabilityVerdict Check<TState>(SequentialModel<TState, TInput, TOutput> model) => Linearizability.Check(Build(), model).Verdict;
}
