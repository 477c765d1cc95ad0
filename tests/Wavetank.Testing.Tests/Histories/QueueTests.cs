using Wavetank.Testing.Histories;
using static Wavetank.Testing.Histories.FifoQueue;
using static Wavetank.Testing.Histories.LinearizabilityVerdict;

namespace Wavetank.Testing.Tests.Histories;

public sealed class QueueTests
{
    private static QueueOutput<string> Empty => FifoQueue.Empty<string>();

    private static HistoryBuilder<QueueInput<string>, QueueOutput<string>> Calls => new();

    // Herlihy and Wing 1990, figure 1: four histories of a queue, of which the first and the third are acceptable.
    [Fact]
    public void Elements_put_at_once_may_be_taken_in_either_order() => Assert.Equal(
        Linearizable,
        Calls.Call("A", Enqueue("x"), default, 0, 30).Call("B", Enqueue("y"), default, 10, 20).Call("B", Dequeue<string>(), "x", 40, 50)
            .Call("A", Dequeue<string>(), "y", 45, 55).Call("A", Enqueue("z"), default, 60, 70).Check(Model<string>()));

    [Fact]
    public void An_element_is_not_taken_before_one_that_was_put_earlier() => Assert.Equal(
        "At 0.050000000 s A took y, although x was put before it, by 0.010000000 s; nobody had taken that.",
        Anomaly(Calls.Call("A", Enqueue("x"), default, 0, 10).Call("B", Enqueue("y"), default, 20, 30).Call("A", Dequeue<string>(), "y", 40, 50)));

    [Fact]
    public void An_element_may_be_taken_while_it_is_put() => Assert.Equal(
        Linearizable, Calls.Call("A", Enqueue("x"), default, 0, 100).Call("B", Dequeue<string>(), "x", 10, 20).Check(Model<string>()));

    [Fact]
    public void An_element_is_not_taken_twice() => Assert.Equal(
        "At 0.070000000 s C took y, which A had taken by 0.050000000 s.",
        Anomaly(Calls.Call("A", Enqueue("x"), default, 0, 30).Call("B", Enqueue("y"), default, 10, 20)
            .Call("A", Dequeue<string>(), "y", 40, 50).Call("C", Dequeue<string>(), "y", 60, 70)));

    [Fact]
    public void An_element_that_overtook_another_is_named() => Assert.Equal(
        "At 0.040000000 s C took y, although x was put before it, by 0.005000000 s; D took that later, from 0.050000000 s on.",
        Anomaly(Calls.Call("A", Enqueue("x"), default, 0, 5).Call("A", Enqueue("y"), default, 10, 20)
            .Call("C", Dequeue<string>(), "y", 30, 40).Call("D", Dequeue<string>(), "x", 50, 60)));

    [Fact]
    public void An_element_that_nobody_put_is_named() => Assert.Equal(
        "At 0.040000000 s C took z, which nobody put.",
        Anomaly(Calls.Call("A", Enqueue("x"), default, 0, 5).Call("C", Dequeue<string>(), "z", 30, 40)));

    [Fact]
    public void An_element_is_not_taken_before_it_is_put() => Assert.Equal(
        "At 0.040000000 s C took x before it was put, from 0.050000000 s on.",
        Anomaly(Calls.Call("A", Enqueue("x"), default, 50, 60).Call("C", Dequeue<string>(), "x", 30, 40)));

    [Fact]
    public void A_lost_element_shows_when_the_queue_is_found_empty() => Assert.Equal(
        NotLinearizable, Calls.Call("A", Enqueue("x"), default, 0, 10).Call("B", Dequeue<string>(), Empty, 20, 30).Check(Model<string>()));

    [Fact]
    public void The_queue_may_be_found_empty_while_an_element_is_put() => Assert.Equal(
        Linearizable, Calls.Call("A", Enqueue("x"), default, 0, 40).Call("B", Dequeue<string>(), Empty, 20, 30).Check(Model<string>()));

    [Fact]
    public void A_pending_dequeue_may_have_taken_the_element_that_is_missing()
    {
        HistoryBuilder<QueueInput<string>, QueueOutput<string>> calls = Calls
            .Call("A", Enqueue("x"), default, 0, 10).Call("A", Enqueue("y"), default, 20, 30).Call("B", Dequeue<string>(), "y", 50, 60);
        Assert.Equal(NotLinearizable, calls.Check(Model<string>()));

        Assert.Equal(Linearizable, calls.Pending("C", Dequeue<string>(), 40).Check(Model<string>()));
    }

    [Fact]
    public void A_pending_dequeue_takes_one_element_only() => Assert.Equal(
        NotLinearizable,
        Calls.Call("A", Enqueue("x"), default, 0, 10).Call("A", Enqueue("y"), default, 20, 30).Call("A", Enqueue("z"), default, 32, 35)
            .Pending("C", Dequeue<string>(), 40).Call("B", Dequeue<string>(), "z", 50, 60).Check(Model<string>()));

    [Fact]
    public void An_element_of_a_pending_enqueue_may_be_taken_or_not()
    {
        HistoryBuilder<QueueInput<string>, QueueOutput<string>> calls = Calls.Pending("A", Enqueue("x"), 0).Call("B", Dequeue<string>(), Empty, 10, 20);
        Assert.Equal(Linearizable, calls.Check(Model<string>()));
        Assert.Equal(Linearizable, calls.Call("B", Dequeue<string>(), "x", 30, 40).Check(Model<string>()));
        Assert.Equal(NotLinearizable, calls.Call("B", Dequeue<string>(), "x", 50, 60).Check(Model<string>()));
    }

    [Fact]
    public void Equal_elements_are_told_apart_by_their_number_only()
    {
        HistoryBuilder<QueueInput<string>, QueueOutput<string>> calls = Calls
            .Call("A", Enqueue("x"), default, 0, 10).Call("A", Enqueue("x"), default, 20, 30)
            .Call("B", Dequeue<string>(), "x", 40, 50).Call("B", Dequeue<string>(), "x", 60, 70);
        Assert.Equal(Linearizable, calls.Check(Model<string>()));
        Assert.Equal(NotLinearizable, calls.Call("B", Dequeue<string>(), "x", 80, 90).Check(Model<string>()));
    }

    private static string Anomaly(HistoryBuilder<QueueInput<string>, QueueOutput<string>> calls)
    {
        LinearizabilityResult<QueueInput<string>, QueueOutput<string>> result = Linearizability.Check(calls.Build(), Model<string>());
        Assert.Equal(NotLinearizable, result.Verdict);
        return result.Explanation.Split('\n')[1];
    }
}
