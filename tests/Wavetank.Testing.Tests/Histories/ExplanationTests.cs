using Wavetank.Testing.Assertions;
using Wavetank.Testing.Histories;

namespace Wavetank.Testing.Tests.Histories;

/// <summary>What a person reads.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void A_stale_read_is_shown_with_an_order_of_what_came_before_it_and_a_picture()
    {
        HistoryBuilder<RegisterInput<int>, RegisterOutput<int>> calls = new();
        calls.Call("alice", Register.Write(1), default, 100, 200)
            .Pending("carol", Register.Write(3), 120)
            .Call("bob", Register.Read<int>(), 1, 150, 250)
            .Call("alice", Register.Write(2), default, 300, 500)
            .Call("bob", Register.Read<int>(), 2, 400, 600)
            .Call("dave", Register.Read<int>(), 1, 550, 700)
            .Call("bob", Register.Read<int>(), 2, 800, 900);

        LinearizabilityResult<RegisterInput<int>, RegisterOutput<int>> result = Linearizability.Check(calls.Build(), Register.Model(0));

        Assert.Equal(
            """
            Not linearizable: no order explains these 7 calls by 4 processes.
            Just before 0.700000000 s there is one; then this call has no place in any:

              dave: read → 1, from 0.550000000 s to 0.700000000 s

            Such an order:

              process  call      began          ended          state after
              alice    write 1   0.100000000 s  0.200000000 s  1
              bob      read → 1  0.150000000 s  0.250000000 s  1
              alice    write 2   0.300000000 s  0.500000000 s  2
              bob      read → 2  0.400000000 s  0.600000000 s  2

            Next would be: read → 2.

              alice  [write 1]    [write 2]
              carol   [write 3 ..........................
              bob      [read → 1]  [read → 2 ]
              dave                          [read → 1]
                                            ^^^^^^^^^^
            """,
            result.Explanation);
        Assert.Same(result.Explanation, Assert.Throws<SimulationAssertException>(result.EnsureLinearizable).Message);
    }

    [Fact]
    public void A_call_at_a_key_is_shown_with_calls_at_that_key_only()
    {
        HistoryBuilder<Keyed<string, RegisterInput<string?>>, RegisterOutput<string?>> calls = new();
        calls.Call("alice", KeyValueStore.Put<string, string?>("x", "1"), default, 100, 200)
            .Call("alice", KeyValueStore.Put<string, string?>("y", "1"), default, 300, 400)
            .Call("bob", KeyValueStore.Get<string, string?>("x"), new(null), 500, 600);

        Assert.Equal(
            """
            Not linearizable: no order explains these 2 calls at "x" by 2 processes.
            Just before 0.600000000 s there is one; then this call has no place in any:

              bob: x: read → nothing, from 0.500000000 s to 0.600000000 s

            Such an order:

              process  call        began          ended          state after
              alice    x: write 1  0.100000000 s  0.200000000 s  1

            Next would be: x: read → 1.

              alice  [x: write 1]
              bob                 [x: read → nothing]
                                  ^^^^^^^^^^^^^^^^^^^
            """,
            Linearizability.Check(calls.Build(), KeyValueStore.Model<string, string?>(null)).Explanation);
    }

    [Fact]
    public void An_element_that_overtakes_another_is_shown_with_the_calls_that_prove_it()
    {
        HistoryBuilder<QueueInput<string>, QueueOutput<string>> calls = new();
        calls.Call("alice", FifoQueue.Enqueue("a"), default, 100, 200)
            .Call("alice", FifoQueue.Enqueue("b"), default, 300, 400)
            .Call("carol", FifoQueue.Enqueue("c"), default, 350, 380)
            .Call("bob", FifoQueue.Dequeue<string>(), "b", 500, 600)
            .Call("bob", FifoQueue.Dequeue<string>(), "a", 700, 800);

        Assert.Equal(
            """
            Not linearizable: no order explains these 5 calls by 3 processes.
            At 0.600000000 s bob took b, although a was put before it, by 0.200000000 s; bob took that later, from 0.700000000 s on.

              alice  [enqueue a] [enqueue b]
              bob                            [dequeue → b] [dequeue → a]
                                             ^^^^^^^^^^^^^
            """,
            Linearizability.Check(calls.Build(), FifoQueue.Model<string>()).Explanation);
    }

    [Fact]
    public void What_is_linearizable_is_told_in_a_line()
    {
        HistoryBuilder<CounterInput, long?> calls = new();
        calls.Call("alice", Counter.Add(1), 1, 100, 200);

        LinearizabilityResult<CounterInput, long?> result = Linearizability.Check(calls.Build(), Counter.Model());

        Assert.Equal("Linearizable: 1 call, found in 1 step.", result.EnsureLinearizable().ToString());
        Assert.Equal("alice", Assert.Single(result.Order).Process);
    }
}
