using Wavetank.Devices;

namespace Wavetank.Testing.Histories;

/// <summary>Histories of a queue: what is put first is taken first. Let every element be another; then checks are fast, and tell what went wrong with which.</summary>
/// <example><code>
/// var history = FifoQueue.History&lt;string&gt;(network);
/// var put = history.Begin("alice", FifoQueue.Enqueue("a"));
/// put.End();
/// var take = history.Begin("bob", FifoQueue.Dequeue&lt;string&gt;());
/// take.End("a");                                              // take.End(FifoQueue.Empty&lt;string&gt;()) where there was none
/// Linearizability.Check(history, FifoQueue.Model&lt;string&gt;()).EnsureLinearizable();
/// </code></example>
public static class FifoQueue
{
    /// <summary>An empty history in a network's time.</summary>
    public static History<QueueInput<T>, QueueOutput<T>> History<T>(Network network) => new(network);

    /// <summary>A queue that is empty at the start.</summary>
    public static SequentialModel<QueueState<T>, QueueInput<T>, QueueOutput<T>> Model<T>() => new QueueModel<T>();

    /// <summary>Puts an element at the end.</summary>
    public static QueueInput<T> Enqueue<T>(T value) => new(IsEnqueue: true, value);

    /// <summary>Takes the first element, or finds that there is none.</summary>
    public static QueueInput<T> Dequeue<T>() => new(IsEnqueue: false);

    /// <summary>What a dequeue answers that finds nothing; the default of the output.</summary>
    public static QueueOutput<T> Empty<T>() => default;
}
