using Wavetank.Testing.Histories;
using static Wavetank.Testing.Histories.LinearizabilityVerdict;
using static Wavetank.Testing.Histories.Register;

namespace Wavetank.Testing.Tests.Histories;

public sealed class RegisterTests
{
    private static HistoryBuilder<RegisterInput<int>, RegisterOutput<int>> Calls => new();

    [Fact]
    public void Nothing_at_all_is_linearizable() => Assert.Equal(Linearizable, Calls.Check(Model(0)));

    [Fact]
    public void A_read_gives_what_was_written_last() => Assert.Equal(
        Linearizable, Calls.Call("a", Write(1), default, 0, 10).Call("b", Read<int>(), 1, 20, 30).Check(Model(0)));

    [Fact]
    public void A_stale_read_is_not_linearizable() => Assert.Equal(
        NotLinearizable,
        Calls.Call("a", Write(1), default, 0, 10).Call("a", Write(2), default, 20, 30).Call("b", Read<int>(), 1, 40, 50).Check(Model(0)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_read_during_a_write_gives_either_value(int seen) => Assert.Equal(
        Linearizable, Calls.Call("a", Write(1), default, 0, 100).Call("b", Read<int>(), seen, 20, 40).Check(Model(0)));

    [Fact]
    public void Reads_during_a_write_never_go_back_from_the_new_value_to_the_old() => Assert.Equal(
        NotLinearizable,
        Calls.Call("a", Write(1), default, 0, 100).Call("b", Read<int>(), 1, 10, 20).Call("c", Read<int>(), 0, 30, 40).Check(Model(0)));

    [Fact]
    public void A_value_that_nobody_wrote_is_not_linearizable() => Assert.Equal(
        NotLinearizable, Calls.Call("a", Write(1), default, 0, 10).Call("b", Read<int>(), 7, 5, 30).Check(Model(0)));

    [Fact]
    public void A_pending_write_may_take_effect_late() => Assert.Equal(
        Linearizable,
        Calls.Pending("a", Write(1), 0).Call("b", Read<int>(), 0, 10, 20).Call("b", Read<int>(), 1, 1000, 1010).Check(Model(0)));

    [Fact]
    public void A_pending_write_may_never_take_effect() => Assert.Equal(
        Linearizable, Calls.Pending("a", Write(1), 0).Call("b", Read<int>(), 0, 10, 20).Check(Model(0)));

    [Fact]
    public void A_pending_write_takes_effect_once() => Assert.Equal(
        NotLinearizable,
        Calls.Pending("a", Write(1), 0).Call("b", Read<int>(), 1, 10, 20).Call("b", Write(2), default, 30, 40)
            .Call("b", Read<int>(), 1, 50, 60).Check(Model(0)));

    [Fact]
    public void A_pending_write_takes_no_effect_before_it_began() => Assert.Equal(
        NotLinearizable, Calls.Call("b", Read<int>(), 1, 10, 20).Pending("a", Write(1), 30).Check(Model(0)));

    [Fact]
    public void Of_two_that_compare_and_set_at_once_one_wins()
    {
        Assert.Equal(
            Linearizable,
            Calls.Call("a", CompareAndSet(0, 1), Swapped<int>(true), 0, 20).Call("b", CompareAndSet(0, 2), Swapped<int>(false), 10, 30).Check(Model(0)));
        Assert.Equal(
            NotLinearizable,
            Calls.Call("a", CompareAndSet(0, 1), Swapped<int>(true), 0, 20).Call("b", CompareAndSet(0, 2), Swapped<int>(true), 10, 30).Check(Model(0)));
    }

    [Fact]
    public void Calls_that_failed_do_not_count()
    {
        History<RegisterInput<int>, RegisterOutput<int>> history = Calls.Pending("a", Write(1), 0).Call("b", Read<int>(), 1, 10, 20).Build();

        history.Calls[0].Fail();

        Assert.Equal(NotLinearizable, Linearizability.Check(history, Model(0)).Verdict);
    }

    [Fact]
    public void Keys_of_a_store_are_registers_of_their_own()
    {
        HistoryBuilder<Keyed<string, RegisterInput<int?>>, RegisterOutput<int?>> calls = new();
        calls.Call("a", KeyValueStore.Put<string, int?>("x", 1), default, 0, 10)
            .Call("a", KeyValueStore.Put<string, int?>("y", 2), default, 20, 30)
            .Call("b", KeyValueStore.Get<string, int?>("x"), 1, 40, 50)
            .Call("b", KeyValueStore.Get<string, int?>("z"), new(null), 60, 70);
        Assert.Equal(Linearizable, calls.Check(KeyValueStore.Model<string, int?>(null)));

        calls.Call("c", KeyValueStore.Get<string, int?>("y"), 1, 80, 90);
        Assert.Equal(NotLinearizable, calls.Check(KeyValueStore.Model<string, int?>(null)));
    }

    [Fact]
    public void Sums_of_a_counter_may_be_told_or_not()
    {
        HistoryBuilder<CounterInput, long?> calls = new();
        calls.Call("a", Counter.Add(2), 5, 0, 20).Call("b", Counter.Add(3), null, 10, 30).Call("a", Counter.Read(), 5, 40, 50);
        Assert.Equal(Linearizable, calls.Check(Counter.Model()));

        calls.Call("b", Counter.Read(), 2, 60, 70);
        Assert.Equal(NotLinearizable, calls.Check(Counter.Model()));
    }

    [Fact]
    public void A_model_of_ones_own_is_one_function()
    {
        // A lock: taken by one at a time.
        SequentialModel<string, (string Who, bool Takes), bool> model = SequentialModel.Of(
            "", (string owner, (string Who, bool Takes) call) => call.Takes
                ? owner.Length == 0 ? (call.Who, true) : (owner, false)
                : owner == call.Who ? ("", true) : (owner, false));
        HistoryBuilder<(string, bool), bool> calls = new();
        calls.Call("a", ("a", true), true, 0, 10).Call("b", ("b", true), true, 20, 50).Call("a", ("a", false), true, 30, 40);
        Assert.Equal(Linearizable, calls.Check(model));

        calls.Call("c", ("c", true), true, 60, 70);
        Assert.Equal(NotLinearizable, calls.Check(model));
    }
}
