using Wavetank.Testing.Histories.Searching;

namespace Wavetank.Testing.Histories;

/// <summary>What is put first is taken first. Made by <see cref="FifoQueue.Model"/>.</summary>
/// <typeparam name="T">The elements; compared by their default equality.</typeparam>
internal sealed class QueueModel<T> : SequentialModel<QueueState<T>, QueueInput<T>, QueueOutput<T>>
{
    public override QueueState<T> Start => QueueState<T>.Empty;

    public override (QueueState<T> Next, QueueOutput<T> Output) Apply(QueueState<T> state, QueueInput<T> input)
    {
        if (input.IsEnqueue)
        {
            return (state.Enqueue(input.Value!), default);
        }

        return state.Count == 0 ? (state, FifoQueue.Empty<T>()) : (state.Dequeue(out T item), item);
    }

    public override bool IsReadOnly(QueueInput<T> input, QueueOutput<T> output) => !input.IsEnqueue && !output.HasValue;

    public override string Describe(QueueInput<T> input, QueueOutput<T> output) => input.IsEnqueue ? $"{input}" : $"{input} → {output}";

    internal override int[] RankOf(IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> calls) => QueueRanks.Of(calls);

    // A pending enqueue of what nobody is known to have taken: if it took effect, its element stayed, or a pending dequeue took it. All
    // others see the same without both.
    internal override IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> WithoutNeedless(IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> calls)
    {
        HashSet<T?> taken = [.. calls.Where(call => !call.IsPending && call.Call.Output.HasValue).Select(call => call.Call.Output.Value)];
        return [.. calls.Where(call => !call.IsPending || !call.Call.Input.IsEnqueue || taken.Contains(call.Call.Input.Value))];
    }

    internal override Anomaly<QueueInput<T>, QueueOutput<T>>? FindAnomaly(IReadOnlyList<SearchCall<QueueInput<T>, QueueOutput<T>>> calls) =>
        QueueAnomalies.Find(calls);
}
