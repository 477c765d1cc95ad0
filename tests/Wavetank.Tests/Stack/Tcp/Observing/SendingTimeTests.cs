using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Sending;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Observing;

/// <summary>How long a connection was busy, and what held it back. Scripts of the group tcp-info show the peer's window.</summary>
public sealed class SendingTimeTests
{
    [Fact]
    public void A_writer_that_waits_for_room_while_all_is_out_is_limited_by_the_buffer()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.SendBufferSize = 2000);
        Assert.Equal(2000, trace.Connection.Send(new byte[3000]));
        trace.Wait(50);
        trace.In(". 1 ack 2001");
        trace.Wait(30);
        TcpInfo info = trace.Connection.GetInfo();
        Assert.Equal(50, info.BufferLimitedTime.TotalMilliseconds);
        Assert.Equal(50, info.BusyTime.TotalMilliseconds);
        Assert.Equal(0, info.WindowLimitedTime.TotalMilliseconds);
    }

    [Fact]
    public void A_connection_without_data_is_not_busy()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Wait(50);
        Assert.Equal(TimeSpan.Zero, trace.Connection.GetInfo().BusyTime);
        trace.Send(10).Wait(20);
        Assert.Equal(20, trace.Connection.GetInfo().BusyTime.TotalMilliseconds);
    }

    [Fact]
    public void Recovery_states_have_the_numbers_of_linux() =>
        Assert.Equal(
            [RecoveryState.Open, RecoveryState.Disorder, RecoveryState.WindowReduced, RecoveryState.Recovery, RecoveryState.Loss],
            Enum.GetValues<TcpCongestionState>().Select(state => (RecoveryState)state));
}
