using Wavetank.Stack.Tcp;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.LastAck;

/// <summary>The last FIN waits for its acknowledgment.</summary>
public sealed class LastAckTests
{
    [Fact]
    public void A_lost_last_ack_times_out_the_other_end_quietly()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("F. 1 ack 1");
        trace.Connection.Close();
        trace.Wait(2_000_000).InState(TcpState.Closed);
    }
}
