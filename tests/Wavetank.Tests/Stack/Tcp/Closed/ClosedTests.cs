using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Closed;

/// <summary>Segments for which there is nobody.</summary>
public sealed class ClosedTests
{
    // Proves RFC 9293 §3.10.7.1.
    [Fact]
    public void A_closed_port_answers_with_a_reset()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.Listener.Close();
        trace.In("S 0 <mss 900>").OutRaw("R. 0:0(0) ack 1");
    }
}
