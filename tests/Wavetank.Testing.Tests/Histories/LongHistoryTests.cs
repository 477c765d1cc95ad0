using Wavetank.Testing.Histories;
using static Wavetank.Testing.Histories.LinearizabilityVerdict;

namespace Wavetank.Testing.Tests.Histories;

/// <summary>Thousands of calls of many processes, some of which are lost: what is true is found almost straight on, and what is not within the limit.</summary>
public sealed class LongHistoryTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(5, int.MaxValue)]
    [InlineData(10, int.MaxValue)]
    [InlineData(10, 200)]
    public void A_register_that_five_thousand_calls_change_and_read(int processes, int oneIsLostOf)
    {
        var random = new Random(processes);
        int next = 0;
        History<RegisterInput<int>, RegisterOutput<int>> history = RandomHistory.Correct(
            Register.Model(0), random, 5000, processes, () => RegisterCall(random, ref next), oneIsLostOf);

        LinearizabilityResult<RegisterInput<int>, RegisterOutput<int>> result = Linearizability.Check(history, Register.Model(0));

        output.WriteLine(result.Explanation);
        Assert.Equal(Linearizable, result.Verdict);
        Assert.InRange(result.Steps, 0, 100 * 5000);
    }

    [Theory]
    [InlineData(5, int.MaxValue)]
    [InlineData(10, int.MaxValue)]
    [InlineData(10, 200)]
    public void A_stale_read_among_five_thousand_calls(int processes, int oneIsLostOf)
    {
        var random = new Random(processes);
        int next = 0;
        History<RegisterInput<int>, RegisterOutput<int>> correct = RandomHistory.Correct(
            Register.Model(0), random, 5000, processes, () => RegisterCall(random, ref next), oneIsLostOf);
        HistoryCall<RegisterInput<int>, RegisterOutput<int>> stale = correct.Calls.Skip(3000).First(call => call is { Outcome: CallOutcome.Ended, Input.Kind: RegisterCallKind.Read });
        int old = correct.Calls.Skip(1000).First(call => call is { Outcome: CallOutcome.Ended, Input.Kind: RegisterCallKind.Read }).Output.Value;
        History<RegisterInput<int>, RegisterOutput<int>> history = RandomHistory.Copy(correct, call => call == stale ? old : call.Output);

        LinearizabilityResult<RegisterInput<int>, RegisterOutput<int>> result = Linearizability.Check(history, Register.Model(0));

        output.WriteLine($"{result.Steps} steps\n{result.Explanation}");
        Assert.Equal(NotLinearizable, result.Verdict);
        Assert.Equal(3000, history.Calls.ToList().IndexOf(result.Offender!), 10.0);
    }

    [Theory]
    [InlineData(5, 0.5, int.MaxValue)]
    [InlineData(10, 0.5, int.MaxValue)]
    [InlineData(10, 0.6, int.MaxValue)]
    [InlineData(10, 0.5, 2000)]
    public void A_queue_of_five_thousand_calls(int processes, double share, int oneIsLostOf)
    {
        var random = new Random(processes);
        int next = 0;
        History<QueueInput<int>, QueueOutput<int>> history = RandomHistory.Correct(
            FifoQueue.Model<int>(), random, 5000, processes, () => random.NextDouble() < share ? FifoQueue.Enqueue(next++) : FifoQueue.Dequeue<int>(), oneIsLostOf);

        LinearizabilityResult<QueueInput<int>, QueueOutput<int>> result = Linearizability.Check(history, FifoQueue.Model<int>());

        output.WriteLine(result.Explanation);
        Assert.Equal(Linearizable, result.Verdict);
        Assert.InRange(result.Steps, 0, 100 * 5000);
    }

    [Fact]
    public void A_store_of_twenty_keys()
    {
        var random = new Random(1);
        int next = 0;
        KeyedModel<int, int, RegisterInput<int>, RegisterOutput<int>> model = KeyValueStore.Model<int, int>(0);
        History<Keyed<int, RegisterInput<int>>, RegisterOutput<int>> history = RandomHistory.Correct(
            model, random, 20_000, 10, () => new Keyed<int, RegisterInput<int>>(random.Next(20), RegisterCall(random, ref next)), oneIsLostOf: 100);

        LinearizabilityResult<Keyed<int, RegisterInput<int>>, RegisterOutput<int>> result = Linearizability.Check(history, model);

        output.WriteLine(result.Explanation);
        Assert.Equal(Linearizable, result.Verdict);
        Assert.InRange(result.Steps, 0, 100 * 20_000);
    }

    [Fact]
    public void What_the_limit_is_not_enough_for_is_unknown()
    {
        var random = new Random(1);
        int next = 0;
        History<RegisterInput<int>, RegisterOutput<int>> history = RandomHistory.Correct(
            Register.Model(0), random, 1000, 5, () => RegisterCall(random, ref next));

        LinearizabilityResult<RegisterInput<int>, RegisterOutput<int>> result = Linearizability.Check(history, Register.Model(0), limit: 100);

        Assert.Equal(Unknown, result.Verdict);
        Assert.Equal(100, result.Steps);
        Assert.StartsWith("Unknown whether linearizable after 100 steps: the limit was reached; a greater one may tell. Of 1000 calls by 5 processes the longest order that was tried has ", result.Explanation);
    }

    [Fact]
    public void A_check_that_is_cancelled_is_unknown()
    {
        var random = new Random(1);
        int next = 0;
        History<RegisterInput<int>, RegisterOutput<int>> history = RandomHistory.Correct(
            Register.Model(0), random, 5000, 5, () => RegisterCall(random, ref next));

        LinearizabilityResult<RegisterInput<int>, RegisterOutput<int>> result = Linearizability.Check(
            history, Register.Model(0), cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal(Unknown, result.Verdict);
        Assert.StartsWith("Unknown whether linearizable after 1024 steps: the check was cancelled.", result.Explanation);
    }

    private static RegisterInput<int> RegisterCall(Random random, ref int next) => random.Next(4) switch
    {
        0 => Register.Write(++next),
        1 => Register.CompareAndSet(Math.Max(0, next - random.Next(4)), ++next),
        _ => Register.Read<int>(),
    };
}
