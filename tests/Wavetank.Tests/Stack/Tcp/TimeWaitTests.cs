using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp;

public sealed class TimeWaitTests
{
    [Fact]
    public void A_fin_that_comes_again_is_acknowledged_and_starts_the_wait_anew()
    {
        TcpTrace trace = InTimeWait().Wait(50_000);
        trace.In("F. 1 ack 2").Out(". 2:2(0) ack 2").Wait(50_000).InState(TcpState.TimeWait).Wait(11_000).InState(TcpState.Closed);
    }

    // Proves RFC 1337 §3 fix F1.
    [Fact]
    public void A_reset_does_not_cut_the_wait_short() => InTimeWait().In("R. 2 ack 2").Silence().InState(TcpState.TimeWait);

    [Fact]
    public void The_wait_keeps_no_run_going() => Assert.Equal(0, InTimeWait().Clock.Foreground);

    [Fact]
    public void The_port_stays_taken_until_the_end_of_the_wait()
    {
        TcpTrace trace = InTimeWait();
        Assert.NotEqual(System.Net.Sockets.SocketError.Success, trace.Host.Ports.TryBind(trace.Host.Address, trace.Local.Port, false, out _));
        trace.Wait(61_000);
        Assert.Equal(System.Net.Sockets.SocketError.Success, trace.Host.Ports.TryBind(trace.Host.Address, trace.Local.Port, false, out _));
    }

    // Proves RFC 9293 MAY-2.
    [Fact]
    public void A_new_syn_with_a_later_number_opens_a_new_connection()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").In(". 1 ack 1");
        TcpConnection first = trace.Listener.TryAccept()!;
        trace.Skip();
        first.Close();
        trace.In("F. 1 ack 2").InState(TcpState.TimeWait);
        trace.Skip();
        trace.In("S 5000 <mss 900>");
        Assert.Equal(TcpState.Closed, first.State);
        TcpConnection second = Assert.Single(trace.Host.Tcp.Connections);
        Assert.Equal(TcpState.SynReceived, second.State);
    }

    [Fact]
    public void A_syn_with_an_old_number_is_only_acknowledged()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").In(". 1 ack 1");
        trace.Skip();
        trace.Connection.Close();
        trace.In("F. 1 ack 2");
        trace.Skip();
        trace.In("S 1 <mss 900>").Out(". 2:2(0) ack 2").InState(TcpState.TimeWait);
    }

    // Proves RFC 9293 SHLD-4; RFC 6191 §2.
    [Fact]
    public void A_new_syn_with_a_later_timestamp_opens_a_new_connection_whatever_its_number()
    {
        TcpTrace trace = new TcpTrace(settings => settings.Timestamps = true).Listen();
        trace.In("S 0 <mss 900,TS>").In(". 1 ack 1");
        TcpConnection first = trace.Listener.TryAccept()!;
        first.Close();
        trace.In("F. 1 ack 2").InState(TcpState.TimeWait);
        trace.In("S 1 <mss 900,TS>").InState(TcpState.TimeWait);
        trace.PeerTimestamp += 1000;
        trace.In("S 1 <mss 900,TS>");
        Assert.Equal(TcpState.Closed, first.State);
        Assert.Equal(TcpState.SynReceived, Assert.Single(trace.Host.Tcp.Connections).State);
    }

    private static TcpTrace InTimeWait()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.In("F. 1 ack 2").InState(TcpState.TimeWait);
        trace.Skip();
        return trace;
    }
}
