using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>Explicit congestion notification (RFC 3168).</summary>
public sealed class EcnTests
{
    // Proves RFC 9293 SHLD-8; RFC 3168 §6.1.1.
    [Fact]
    public void By_default_it_is_not_asked_for_but_accepted()
    {
        new TcpTrace().Connect().Out("S 0:0(0)");
        new TcpTrace().Listen().In("SEW 0 <mss 900>").Out("SE. 0:0(0) ack 1");
        new TcpTrace(settings => settings.Ecn = EcnMode.Off).Listen().In("SEW 0 <mss 900>").Out("S. 0:0(0) ack 1");
    }

    // Proves RFC 3168 §6.1.1.1.
    [Fact]
    public void A_syn_that_is_sent_again_does_not_ask()
    {
        TcpTrace trace = new TcpTrace(settings => settings.Ecn = EcnMode.Request).Connect();
        trace.Out("SEW 0:0(0)").Wait(1000).Out("S 0:0(0)");
    }

    // Proves RFC 3168 §6.1.3.
    [Fact]
    public void A_mark_is_echoed_until_the_sender_has_reduced()
    {
        TcpTrace trace = Negotiated();
        trace.NextTrafficClass = 3;
        trace.In("P. 1:101(100) ack 1").Out("E. 1:1(0) ack 101");
        trace.In("P. 101:201(100) ack 1").Out("E. 1:1(0) ack 201");
        trace.In("PW. 201:301(100) ack 1").Out(". 1:1(0) ack 301");
    }

    // Proves RFC 3168 §6.1.2.
    [Fact]
    public void An_echo_halves_the_window_once_a_round_trip_and_tells_so()
    {
        TcpTrace trace = Negotiated();
        trace.Send(60_000);
        trace.Skip();
        trace.In("E. 1 ack 1001").In("E. 1 ack 2001").In("E. 1 ack 3001");
        Assert.Equal(5, trace.Connection.Ssthresh);
        for (int i = 4; i <= 10; i++)
        {
            trace.In($". 1 ack {1 + (i * 1000)}");
        }

        Assert.Equal(0, trace.Connection.GetInfo().Retransmissions);
        Assert.InRange(trace.Connection.Cwnd, 4, 6);
        Assert.Equal(1, trace.CountOf(text => text.Contains('W', StringComparison.Ordinal)));
    }

    // Proves RFC 3168 §6.1.4, §6.1.5.
    [Fact]
    public void Data_is_capable_and_acknowledgments_and_retransmissions_are_not()
    {
        TcpTrace trace = Negotiated();
        trace.Send(100);
        Assert.Equal(2, trace.LastTrafficClass);
        trace.Wait(220);
        Assert.Equal(0, trace.LastTrafficClass);
        trace.In("P. 1:101(100) ack 101");
        Assert.Equal(0, trace.LastTrafficClass);
    }

    // Proves RFC 3168 §6.1.6.
    [Fact]
    public void A_probe_of_a_zero_window_is_not_capable()
    {
        TcpTrace trace = Negotiated();
        trace.In(". 1 ack 1 win 0").Send(1000).Wait(300).Out(". 0:0(0) ack 1");
        Assert.Equal(0, trace.LastTrafficClass);
    }

    private static TcpTrace Negotiated()
    {
        TcpTrace trace = new TcpTrace(settings =>
        {
            settings.Ecn = EcnMode.Request;
            settings.CongestionControl = "reno";
        }).Connect();
        trace.Out("SEW 0:0(0)").Wait(10).In("SE. 0 ack 1 win 65535 <mss 1000>").Out(". 1:1(0) ack 1");
        return trace;
    }
}
