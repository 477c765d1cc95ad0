using System.Net.Sockets;
using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>The user closes, or the peer does (RFC 9293 §3.10.4, §3.10.5, §3.10.7.4 eighth).</summary>
public sealed class CloseTests
{
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
}
