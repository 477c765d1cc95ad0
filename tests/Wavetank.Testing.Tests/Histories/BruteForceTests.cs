using FsCheck.Xunit;
using Wavetank.Testing.Histories;

namespace Wavetank.Testing.Tests.Histories;

/// <summary>The search against the definition, on small histories of few values, many of which are linearizable and many of which are not.</summary>
public sealed class BruteForceTests
{
    [Property(MaxTest = 4000)]
    public void Registers(int seed)
    {
        var random = new Random(seed);
        Compare(
            Register.Model(0),
            random,
            () => random.Next(6) switch
            {
                0 or 1 => Register.Write(random.Next(3)),
                2 => Register.CompareAndSet(random.Next(3), random.Next(3)),
                _ => Register.Read<int>(),
            },
            input => input.Kind switch
            {
                RegisterCallKind.Read => random.Next(3),
                RegisterCallKind.CompareAndSet => Register.Swapped<int>(random.Next(2) == 0),
                _ => default(RegisterOutput<int>),
            });
    }

    [Property(MaxTest = 4000)]
    public void Queues_of_elements_some_of_which_are_equal(int seed)
    {
        var random = new Random(seed);
        Compare(
            FifoQueue.Model<int>(),
            random,
            () => random.Next(2) == 0 ? FifoQueue.Enqueue(random.Next(2)) : FifoQueue.Dequeue<int>(),
            input => input.IsEnqueue || random.Next(4) == 0 ? default(QueueOutput<int>) : random.Next(2));
    }

    [Property(MaxTest = 4000)]
    public void Queues_of_elements_that_differ(int seed)
    {
        var random = new Random(seed);
        int next = 0;
        Compare(
            FifoQueue.Model<int>(),
            random,
            () => random.Next(2) == 0 ? FifoQueue.Enqueue(next++) : FifoQueue.Dequeue<int>(),
            input => input.IsEnqueue || random.Next(4) == 0 ? default(QueueOutput<int>) : random.Next(3));
    }

    [Property(MaxTest = 3000)]
    public void Counters(int seed)
    {
        var random = new Random(seed);
        Compare(
            Counter.Model(),
            random,
            () => random.Next(2) == 0 ? Counter.Add(1 + random.Next(2)) : Counter.Read(),
            input => input.Amount is not null && random.Next(2) == 0 ? null : random.Next(5));
    }

    [Property(MaxTest = 2000)]
    public void Stores_by_key(int seed)
    {
        var random = new Random(seed);
        Compare(
            KeyValueStore.Model<int, int>(0),
            random,
            () => random.Next(2) == 0 ? KeyValueStore.Put(random.Next(2), random.Next(3)) : KeyValueStore.Get<int, int>(random.Next(2)),
            input => input.Input.Kind == RegisterCallKind.Read ? random.Next(3) : default(RegisterOutput<int>));
    }

    private static void Compare<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, Random random, Func<TInput> ask, Func<TInput, TOutput> answer)
    {
        History<TInput, TOutput> history = RandomHistory.Guessed(random, ask, answer);
        bool expected = BruteForce.IsLinearizable(model, history);

        LinearizabilityResult<TInput, TOutput> result = Linearizability.Check(history, model);

        Assert.Equal(expected ? LinearizabilityVerdict.Linearizable : LinearizabilityVerdict.NotLinearizable, result.Verdict);
        if (result.Offender is { } offender)
        {
            // Where there is an order, the history is not linearizable up to its end and is just before.
            Assert.True(result.Order.Count == 0 || !BruteForce.IsLinearizable(model, history, offender.EndedAt));
            Assert.True(result.Order.Count == 0 || IsLinearizablePart(model, history, offender));
        }
        else
        {
            AssertExplains(model, history, result.Order);
        }
    }

    private static bool IsLinearizablePart<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, History<TInput, TOutput> history, HistoryCall<TInput, TOutput> offender) =>
        history.Calls.Where(call => Equals(model.PartOf(call.Input), model.PartOf(offender.Input)))
            .GroupBy(_ => 0).All(part => BruteForce.IsLinearizable(model, part, offender.EndedAt - 1));

    /// <summary>The order has every call that ended, respects time, and gives the outputs.</summary>
    private static void AssertExplains<TState, TInput, TOutput>(
        SequentialModel<TState, TInput, TOutput> model, History<TInput, TOutput> history, IReadOnlyList<HistoryCall<TInput, TOutput>> order)
    {
        Assert.Equal(order.Count, order.Distinct().Count());
        Assert.All(history.Calls, call => Assert.True(call.Outcome != CallOutcome.Ended || order.Contains(call)));
        foreach (IGrouping<object?, HistoryCall<TInput, TOutput>> part in order.GroupBy(call => model.PartOf(call.Input)))
        {
            TState state = model.Start;
            int latestBeginning = -1;
            foreach (HistoryCall<TInput, TOutput> call in part)
            {
                Assert.True(call.EndedAt > latestBeginning);
                latestBeginning = Math.Max(latestBeginning, call.BeganAt);
                (state, TOutput due) = model.Apply(state, call.Input);
                Assert.True(call.Outcome == CallOutcome.Pending || model.Accepts(call.Input, due, call.Output!));
            }
        }
    }
}
