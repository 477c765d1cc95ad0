using Wavetank.Devices;
using Wavetank.Testing.Assertions;

namespace Wavetank.Testing.Tests.Assertions;

public sealed class MessageTests : IDisposable
{
    private readonly Network _net = new();
    private readonly MessageLog<string> _log;

    public MessageTests() => _log = new MessageLog<string>(_net, "orders");

    public void Dispose() => _net.Dispose();

    [Fact]
    public void A_log_in_which_all_is_well_meets_every_expectation()
    {
        Log("+a +b", "-a", "-b +c", "-c");

        Expect.AllDelivered(_log);
        Expect.InOrder(_log);
        Expect.NoDuplicates(_log);
        Expect.AllWithin(_log, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Lost_messages_are_told_by_the_first()
    {
        Log("+a", "+b +c", "-a");

        Expect.InOrder(_log);
        Assert.Equal(
            "Expected that all orders are received by 3.000000000 s, but 2 of 3 were not; the first is b, sent at 1.000000000 s.",
            Message(() => Expect.AllDelivered(_log)));
    }

    [Fact]
    public void The_first_message_that_is_overtaken_is_told()
    {
        Log("+a", "+b", "+c", "-b", "-a -c");

        Expect.AllDelivered(_log);
        Assert.Equal(
            "Expected that orders are received in order, but at 4.000000000 s came a, sent at 0.000000000 s, after b, sent at 1.000000000 s.",
            Message(() => Expect.InOrder(_log)));
    }

    [Fact]
    public void The_first_message_that_comes_twice_is_told()
    {
        Log("+a +b", "-a", "-b", "-a");

        Expect.InOrder(_log);
        Assert.Equal(
            "Expected that no orders are received twice, but at 3.000000000 s came a again; it came first at 1.000000000 s.",
            Message(() => Expect.NoDuplicates(_log)));
    }

    [Fact]
    public void Equal_messages_may_come_as_often_as_they_were_sent()
    {
        Log("+a +a +b", "-a -b -a");

        Expect.AllDelivered(_log);
        Expect.NoDuplicates(_log);
        Assert.Equal(
            "Expected that orders are received in order, but at 1.000000000 s came a, sent at 0.000000000 s, after b, sent at 0.000000000 s.",
            Message(() => Expect.InOrder(_log)));
    }

    [Fact]
    public void A_message_that_nobody_sent_is_told()
    {
        Log("+a", "-x");

        Assert.Equal(
            "Expected that orders are received in order, but at 1.000000000 s came x, which was never sent.", Message(() => Expect.InOrder(_log)));
        Assert.Equal(
            "Expected that no orders are received twice, but at 1.000000000 s came x, which was never sent.", Message(() => Expect.NoDuplicates(_log)));
    }

    [Fact]
    public void The_first_message_that_takes_too_long_is_told()
    {
        Log("+a", "-a +b", "", "-b +c");

        Expect.AllWithin(_log, TimeSpan.FromSeconds(2));
        Assert.Equal(
            "Expected that all orders are received within 1.500000000 s, but 1 of 3 were not; the first is b, sent at 1.000000000 s, which came at 3.000000000 s, 2.000000000 s later.",
            Message(() => Expect.AllWithin(_log, TimeSpan.FromSeconds(1.5))));
    }

    [Fact]
    public void A_message_that_never_comes_takes_too_long_once_its_time_is_over()
    {
        Log("+a", "");

        Expect.AllWithin(_log, TimeSpan.FromSeconds(2));
        Assert.Equal(
            "Expected that all orders are received within 1.000000000 s, but 1 of 1 were not; the first is a, sent at 0.000000000 s, which has not come by 2.000000000 s.",
            Message(() => Expect.AllWithin(_log, TimeSpan.FromSeconds(1))));
    }

    private static string Message(Action assertion) => Assert.Throws<SimulationAssertException>(assertion).Message;

    /// <summary>Sends (+) and receives (-) what is said of each second, and ends a second after the last.</summary>
    private void Log(params string[] seconds)
    {
        for (int second = 0; second < seconds.Length; second++)
        {
            foreach (string step in seconds[second].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _net.At(TimeSpan.FromSeconds(second), step[0] == '+' ? () => _log.Sent(step[1..]) : () => _log.Received(step[1..]));
            }
        }

        _net.At(TimeSpan.FromSeconds(seconds.Length), () => { });
        _net.Run();
    }
}
