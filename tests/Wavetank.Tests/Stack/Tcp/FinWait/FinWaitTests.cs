using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.FinWait;

/// <summary>This end closed first.</summary>
public sealed class FinWaitTests
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

    [Fact]
    public void Fin_and_ack_of_ours_in_one_segment_go_straight_to_time_wait()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 1");
        trace.In("F. 1 ack 2").Out(". 2:2(0) ack 2").Silence().InState(TcpState.TimeWait);
    }

    [Fact]
    public void A_lost_fin_is_retransmitted()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.Out("F. 1:1(0) ack 1").Mark().Wait(1000);
        trace.OutAt(210, "F. 1:1(0) ack 1").OutAt(630, "F. 1:1(0) ack 1");
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
}
