using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>How buffers grow with the connection, and how far.</summary>
public sealed class BufferTuningTests
{
    [Fact]
    public void The_send_buffer_grows_with_the_window_up_to_four_mebibytes()
    {
        TcpConnection client = Start(settings => settings.ReceiveBufferSize = 16 * 1024 * 1024, out TcpPair pair);
        int before = client.SendSpace;
        pair.Clock.RunFor(3000);

        // Linux: tcp_wmem[2]; tcp_sndbuf_expand keeps room for two windows.
        Assert.Equal(87_040, before);
        Assert.True(client.Cwnd * client.SendMss * 2L > 4 * 1024 * 1024);
        Assert.Equal(4 * 1024 * 1024, client.SendSpace + client.Queued);
    }

    [Fact]
    public void A_send_buffer_that_was_set_keeps_its_size()
    {
        TcpConnection client = Start(settings => settings.SendBufferSize = 50_000, out TcpPair pair);
        pair.Clock.RunFor(3000);
        Assert.Equal(50_000, client.SendSpace + client.Queued);
    }

    [Fact]
    public void The_receive_window_grows_up_to_its_limit()
    {
        TcpConnection client = Start(settings => settings.MaximumReceiveBuffer = 300_000, out TcpPair pair);
        Assert.InRange(LargestWindow(client, pair), 280_000, 300_032);
    }

    [Fact]
    public void A_receive_buffer_that_was_set_bounds_the_window()
    {
        TcpConnection client = Start(settings => settings.ReceiveBufferSize = 100_000, out TcpPair pair);

        // Linux: all but one segment of it (tcp_init_buffer_space).
        Assert.InRange(LargestWindow(client, pair), 100_000 - 1460 - 2, 100_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_receive_window_grows_with_and_without_timestamps(bool timestamps)
    {
        TcpConnection client = Start(settings => settings.Timestamps = timestamps, out TcpPair pair);
        Assert.InRange(LargestWindow(client, pair), 4_000_000, 6 * 1024 * 1024);
    }

    [Fact]
    public void The_window_of_a_reader_that_is_slow_does_not_grow()
    {
        var pair = new TcpPair();
        (TcpConnection client, TcpConnection server) = pair.Establish();
        var transfer = new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false };
        server.User = null;
        transfer.Start();
        byte[] buffer = new byte[1000];
        uint largest = 0;
        for (int i = 0; i < 500; i++)
        {
            pair.Clock.RunFor(10);
            server.Receive(buffer);
            largest = Math.Max(largest, client.SndWnd);
        }

        Assert.InRange(largest, 1u, 65_536u);
    }

    private static TcpConnection Start(Action<TcpSettings> configure, out TcpPair pair)
    {
        pair = new TcpPair();
        pair.Both(pipe => pipe.DelayMilliseconds = 50);
        (TcpConnection client, TcpConnection server) = pair.Establish(configure);
        var transfer = new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false };

        // The first thing that happens when the clock runs.
        pair.Clock.Queue.Schedule(new Begin(transfer), pair.Clock.Now + 1);
        return client;
    }

    private static long LargestWindow(TcpConnection client, TcpPair pair)
    {
        uint largest = 0;
        for (int i = 0; i < 500; i++)
        {
            pair.Clock.RunFor(10);
            largest = Math.Max(largest, client.SndWnd);
        }

        return largest;
    }

    private sealed class Begin(StreamTransfer transfer) : Wavetank.Engine.SimulationEvent
    {
        protected internal override void Fire() => transfer.Start();
    }
}
