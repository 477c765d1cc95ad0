using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Closing;

/// <summary>Both ends closed at once.</summary>
public sealed class ClosingTests
{
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
}
