using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>The first five checks of RFC 9293 §3.10.7.4, with RFC 5961.</summary>
public sealed class SegmentAcceptanceTests
{
    // Proves RFC 9293 §3.10.7.4 second; RFC 5961 §3.2.
    [Fact]
    public void A_reset_at_exactly_the_next_number_aborts()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("R 1").Silence().InState(TcpState.Closed);
        Assert.Equal(SocketError.ConnectionReset, trace.User.Error);
    }

    // Proves RFC 5961 §3.2.
    [Fact]
    public void A_reset_elsewhere_in_the_window_is_challenged()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("R 500").Out(". 1:1(0) ack 1").Silence().InState(TcpState.Established);
    }

    // Proves RFC 5961 §3.2.
    [Fact]
    public void A_reset_outside_of_the_window_is_dropped()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("R 100000").Silence().InState(TcpState.Established);
    }

    // Proves RFC 5961 §4.2.
    [Fact]
    public void A_syn_in_a_synchronized_state_is_challenged()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("S 1 <mss 900>").Out(". 1:1(0) ack 1").Silence().InState(TcpState.Established);
    }

    // Proves RFC 5961 §7.
    [Fact]
    public void Challenges_are_limited_in_rate()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("R 500").Out(". 1:1(0) ack 1");
        trace.In("R 500").Silence().Wait(600).In("R 500").Out(". 1:1(0) ack 1");
    }

    // Proves RFC 9293 §3.10.7.4; RFC 5961 §5.2.
    [Fact]
    public void An_ack_of_what_was_not_sent_is_answered_and_dropped()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("P. 1:11(10) ack 500").Out(". 1:1(0) ack 1");
        Assert.Equal(0, trace.Connection.Available);
    }

    // Proves RFC 9293 §3.10.7.4 fifth.
    [Fact]
    public void A_segment_without_ack_is_dropped()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("P 1:11(10)").Silence();
        Assert.Equal([DropReason.TcpUnacceptable], trace.Host.Drops);
    }

    // Proves RFC 9293 §3.10.7.4 first.
    [Fact]
    public void Data_that_is_here_already_is_acknowledged_at_once()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("P. 1:101(100) ack 1").Out(". 1:1(0) ack 101");
        trace.In("P. 1:101(100) ack 1").Out(". 1:1(0) ack 101").Silence();
        Assert.Equal(100, trace.Read());
    }

    // Proves RFC 9293 §3.10.7.4 seventh.
    [Fact]
    public void Data_that_is_partly_here_gives_the_rest()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("P. 1:101(100) ack 1");
        trace.In("P. 51:151(100) ack 1");
        byte[] bytes = new byte[1000];
        Assert.Equal(150, trace.Connection.Receive(bytes));
        Assert.All(Enumerable.Range(0, 150), i => Assert.Equal(TcpTrace.ByteAt((uint)i + 1), bytes[i]));
    }

    // Proves RFC 9293 §3.10.7.4 seventh.
    [Fact]
    public void Data_beyond_the_window_is_trimmed()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.ReceiveBufferSize = 1000);
        trace.In("P. 1:801(800) ack 1");
        trace.In("P. 801:1301(500) ack 1");
        Assert.Equal(1000, trace.Connection.Available);
    }

    // Proves RFC 9293 SHLD-31, §3.4, §3.10.3.
    [Fact]
    public void Bytes_that_come_out_of_order_are_put_in_order()
    {
        TcpTrace trace = TcpTrace.Established();
        foreach (int start in (int[])[301, 101, 401, 201, 1])
        {
            trace.In($"P. {start}:{start + 100}(100) ack 1");
        }

        byte[] bytes = new byte[1000];
        Assert.Equal(500, trace.Connection.Receive(bytes));
        Assert.All(Enumerable.Range(0, 500), i => Assert.Equal(TcpTrace.ByteAt((uint)i + 1), bytes[i]));
    }

    // Proves RFC 9293 MUST-54; RFC 5927 §5.2.
    [Fact]
    public void An_icmp_error_for_a_syn_ends_the_attempt_and_one_for_data_does_not()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Host.Tcp.OnIcmpError(trace.Local, trace.Remote, trace.Connection.Iss, SocketError.HostUnreachable, hard: false);
        Assert.Equal(SocketError.HostUnreachable, trace.User.Error);

        trace = TcpTrace.Established();
        trace.Send(100);
        trace.Host.Tcp.OnIcmpError(trace.Local, trace.Remote, trace.Connection.Iss + 1, SocketError.HostUnreachable, hard: true);
        trace.InState(TcpState.Established);
    }

    // Proves RFC 9293 §3.4 RST; RFC 9293 SHLD-2.
    [Fact]
    public void A_reset_counts_with_data_and_without_a_window()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.ReceiveBufferSize = 1000);
        trace.In("P. 1:1001(1000) ack 1").Out(". 1:1(0) ack 1001 win 0");
        trace.In("R 1001:1011(10)").Silence().InState(TcpState.Closed);
    }

    // Proves RFC 9293 MAY-12; RFC 5961 §5.2.
    [Fact]
    public void An_acknowledgment_older_than_the_largest_window_is_challenged_with_its_data()
    {
        TcpTrace trace = TcpTrace.Established(window: 1000);
        for (int i = 1; i <= 6; i++)
        {
            trace.Send(500).In($". 1 ack {1 + (i * 500)} win 1000");
        }

        trace.Skip();
        trace.In("P. 1:11(10) ack 1500 win 1000").Out(". 3001:3001(0) ack 1").Silence();
        trace.In("P. 1:11(10) ack 2500 win 1000").Out(". 3001:3001(0) ack 11").Silence();
        Assert.Equal(10, trace.Connection.Available);
    }

    // Proves RFC 9293 §3.10.7.4 fifth.
    [Fact]
    public void An_acknowledgment_that_was_overtaken_does_not_tell_the_window()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(2000).In(". 1 ack 1001 win 5000").In(". 1 ack 1 win 9000");
        Assert.Equal(5000u, trace.Connection.SndWnd);
    }
}
