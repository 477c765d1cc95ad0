using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.CloseWait;

/// <summary>The peer closed first.</summary>
public sealed class CloseWaitTests
{
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

    [Fact]
    public void After_the_peers_half_close_this_end_still_sends()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("F. 1 ack 1");
        trace.Send(500).Out("P. 1:501(500) ack 2");
    }
}
