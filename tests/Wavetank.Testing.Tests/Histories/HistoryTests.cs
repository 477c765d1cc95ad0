using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Testing.Histories;

namespace Wavetank.Testing.Tests.Histories;

public sealed class HistoryTests : IDisposable
{
    private readonly Network _net = new();

    public void Dispose() => _net.Dispose();

    [Fact]
    public void Calls_are_recorded_in_simulated_time()
    {
        History<RegisterInput<int>, RegisterOutput<int>> history = Register.History<int>(_net);
        _net.AddHost("host").Run(async () =>
        {
            await _net.Delay(TimeSpan.FromSeconds(1));
            await history.RecordAsync("alice", Register.Read<int>(), async () =>
            {
                await _net.Delay(TimeSpan.FromSeconds(2));
                return 7;
            });
        });
        _net.Run();

        HistoryCall<RegisterInput<int>, RegisterOutput<int>> call = Assert.Single(history.Calls);
        Assert.Equal(CallOutcome.Ended, call.Outcome);
        Assert.Equal(7, call.Output.Value);
        Assert.Equal(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(1)), call.Began);
        Assert.Equal(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(3)), call.Ended);
    }

    [Fact]
    public async Task A_call_that_throws_stays_pending()
    {
        History<RegisterInput<int>, RegisterOutput<int>> history = Register.History<int>(_net);

        await Assert.ThrowsAsync<TimeoutException>(
            () => history.RecordAsync("alice", Register.Write(1), () => Task.FromException<RegisterOutput<int>>(new TimeoutException())));

        Assert.Equal(CallOutcome.Pending, history.Calls[0].Outcome);
        Assert.Null(history.Calls[0].Ended);
    }

    [Fact]
    public void Calls_at_one_instant_have_the_order_in_which_they_were_made()
    {
        History<RegisterInput<int>, RegisterOutput<int>> history = Register.History<int>(_net);
        history.Begin("alice", Register.Write(1)).End();
        history.Begin("bob", Register.Read<int>()).End(0);

        Assert.Equal(LinearizabilityVerdict.NotLinearizable, Linearizability.Check(history, Register.Model(0)).Verdict);
    }

    [Fact]
    public void A_call_ends_once()
    {
        HistoryCall<RegisterInput<int>, RegisterOutput<int>> call = Register.History<int>(_net).Begin("alice", Register.Write(1));
        call.End();

        Assert.Equal(
            "The call \"write 1\" of alice ended already, at 0.000000000 s; begin another.",
            Assert.Throws<InvalidOperationException>(call.Fail).Message);
    }
}
