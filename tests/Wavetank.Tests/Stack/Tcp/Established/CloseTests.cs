using System.Net.Sockets;
using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

public sealed class CloseTests
{
    // Proves RFC 9293 MUST-13, §3.3.2, §3.6, §3.10.8.
    [Fact]
    public void Closing_first_goes_through_fin_wait_to_time_wait()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 1").InState(TcpState.FinWait1);
        trace.In(". 1 ack 2").Silence().InState(TcpState.FinWait2);
        trace.In("F. 1 ack 2").Out(". 2:2(0) ack 2").InState(TcpState.TimeWait);
        trace.Wait(59_900).InState(TcpState.TimeWait).Wait(200).InState(TcpState.Closed);
        Assert.Empty(trace.Host.Tcp.Connections);
    }

    // Proves RFC 9293 §3.3.2, §3.6.
    [Fact]
    public void Closing_second_goes_through_close_wait_to_last_ack()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("F. 1 ack 1").Wait(300).Out(". 1:1(0) ack 2").InState(TcpState.CloseWait);
        Assert.True(trace.Connection.EndOfStream);
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 2").InState(TcpState.LastAck);
        trace.In(". 2 ack 2").Silence().InState(TcpState.Closed);
    }

    // Proves RFC 9293 §3.3.2, §3.6.
    [Fact]
    public void Closing_at_once_at_both_ends_goes_through_closing()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 1");
        trace.In("F. 1 ack 1").Out(". 2:2(0) ack 2").InState(TcpState.Closing);
        trace.In(". 2 ack 2").Silence().InState(TcpState.TimeWait);
    }

    [Fact]
    public void Fin_and_ack_of_ours_in_one_segment_go_straight_to_time_wait()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 1");
        trace.In("F. 1 ack 2").Out(". 2:2(0) ack 2").Silence().InState(TcpState.TimeWait);
    }

    // Proves RFC 9293 §3.10.4.
    [Fact]
    public void Fin_goes_with_the_last_data()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Send(15_000);
        trace.Connection.ShutdownSend();
        Assert.Equal(10, trace.Skip());
        trace.In(". 1 ack 10001 win 65535");
        for (int i = 0; i < 4; i++)
        {
            trace.Out($". {10001 + (i * 1000)}:{11001 + (i * 1000)}(1000) ack 1");
        }

        trace.Out("FP. 14001:15001(1000) ack 1").Silence();
    }

    [Fact]
    public void A_lost_fin_is_retransmitted()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 1").Mark().Wait(1000);
        trace.OutAt(210, "F. 1:1(0) ack 1").OutAt(630, "F. 1:1(0) ack 1");
    }

    // Proves RFC 9293 §3.10.4.
    [Theory]
    [InlineData(100, "FP. 1:101(100) ack 1")]
    [InlineData(0, "F. 1:1(0) ack 1")]
    public void Closing_in_syn_received_waits_for_the_acknowledgment_of_the_syn(int bytes, string fin)
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.In("S 0 win 65535 <mss 1000>").InState(TcpState.SynReceived).Skip();
        trace.Send(bytes);
        trace.Connection.ShutdownSend();
        trace.Silence().In(". 1 ack 1").Out(fin).InState(TcpState.FinWait1);
    }

    [Fact]
    public void Closing_in_syn_sent_forgets_the_connection()
    {
        TcpTrace trace = new TcpTrace().Connect();
        trace.Skip();
        trace.Connection.Close();
        trace.Silence().InState(TcpState.Closed);
        Assert.Empty(trace.Host.Tcp.Connections);
    }

    // Proves RFC 9293 SHLD-3.
    [Fact]
    public void Closing_with_unread_data_resets()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("P. 1:101(100) ack 1");
        trace.Skip();
        trace.Connection.Close();
        trace.Out("R. 1:1(0) ack 101").Silence().InState(TcpState.Closed);
    }

    // Proves RFC 9293 §3.10.5.
    [Fact]
    public void A_linger_time_of_zero_resets()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.LingerState = new LingerOption(true, 0));
        trace.Connection.Close();
        trace.Out("R. 1:1(0) ack 1").Silence().InState(TcpState.Closed);
    }

    // Proves RFC 9293 MAY-1, SHLD-3.
    [Fact]
    public void Data_for_an_orphan_is_answered_with_a_reset()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Skip();
        trace.In(". 1 ack 2").In("P. 1:11(10) ack 2").Out("R 2:2(0)").Silence().InState(TcpState.Closed);
    }

    [Fact]
    public void An_orphan_in_fin_wait_2_gives_up_after_a_minute()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.In(". 1 ack 2").InState(TcpState.FinWait2).Wait(59_000).InState(TcpState.FinWait2).Wait(2000).InState(TcpState.Closed);
    }

    [Fact]
    public void After_a_half_close_the_other_direction_goes_on()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.ShutdownSend();
        trace.Connection.ShutdownSend();
        trace.Out("F. 1:1(0) ack 1").Silence();
        trace.In(". 1 ack 2").Wait(100_000).InState(TcpState.FinWait2);
        trace.In("P. 1:101(100) ack 2").Out(". 2:2(0) ack 101");
        Assert.Equal(100, trace.Read());
        Assert.False(trace.Connection.CanSend);
    }

    [Fact]
    public void After_the_peers_half_close_this_end_still_sends()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("F. 1 ack 1");
        trace.Send(500).Out("P. 1:501(500) ack 2");
    }

    // Proves RFC 9293 §3.10.7.4 eighth.
    [Fact]
    public void A_fin_ahead_of_missing_data_waits_for_it()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("F. 101 ack 1").Out(". 1:1(0) ack 1").InState(TcpState.Established);
        trace.In("P. 1:101(100) ack 1").Out(". 1:1(0) ack 102").InState(TcpState.CloseWait);
        Assert.False(trace.Connection.EndOfStream);
        Assert.Equal(100, trace.Read());
        Assert.True(trace.Connection.EndOfStream);
    }

    [Fact]
    public void A_lost_last_ack_times_out_the_other_end_quietly()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("F. 1 ack 1");
        trace.Connection.Close();
        trace.Wait(2_000_000).InState(TcpState.Closed);
    }

    [Fact]
    public void Closing_a_listener_resets_what_nobody_accepted()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").In(". 1 ack 1");
        trace.Skip();
        trace.Listener.Close();
        trace.Out("R. 1:1(0) ack 1").Silence();
        Assert.Empty(trace.Host.Tcp.Connections);
    }
}
