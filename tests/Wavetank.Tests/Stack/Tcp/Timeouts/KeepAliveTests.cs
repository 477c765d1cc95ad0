using System.Net.Sockets;
using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Timeouts;

public sealed class KeepAliveTests
{
    // Proves RFC 9293 MAY-5, MUST-24, MUST-27, MUST-29, SHLD-12, §3.8.4.
    [Fact]
    public void An_idle_connection_is_probed_and_given_up_when_nobody_answers()
    {
        TcpTrace trace = KeptAlive().Mark().Wait(100_000);
        trace.OutAt(10_000, ". 0:0(0) ack 1").OutAt(12_000, ". 0:0(0) ack 1").OutAt(14_000, ". 0:0(0) ack 1");
        trace.OutAt(16_000, "R. 1:1(0) ack 1").Silence().InState(TcpState.Closed);
        Assert.Equal(SocketError.TimedOut, trace.User.Error);
    }

    // Proves RFC 9293 MUST-26.
    [Fact]
    public void An_answer_starts_the_idle_time_anew()
    {
        TcpTrace trace = KeptAlive().Mark().Wait(10_500);
        trace.Out(". 0:0(0) ack 1").In(". 1 ack 1").Mark().Wait(15_000);
        trace.OutAt(10_000, ". 0:0(0) ack 1");
    }

    [Fact]
    public void A_probe_of_the_peer_is_answered()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In(". 0 ack 1").Out(". 1:1(0) ack 1").Silence();
    }

    [Fact]
    public void Waiting_for_it_keeps_no_run_going() => Assert.Equal(0, KeptAlive().Clock.Foreground);

    // Proves RFC 9293 MUST-25.
    [Fact]
    public void Without_it_an_idle_connection_stays_silent_for_ever() =>
        TcpTrace.Established().Wait(1e8).Silence().InState(TcpState.Established);

    private static TcpTrace KeptAlive() => TcpTrace.Established(settings =>
    {
        settings.KeepAlive = true;
        settings.KeepAliveTime = TimeSpan.FromSeconds(10);
        settings.KeepAliveInterval = TimeSpan.FromSeconds(2);
        settings.KeepAliveRetryCount = 3;
    });
}
