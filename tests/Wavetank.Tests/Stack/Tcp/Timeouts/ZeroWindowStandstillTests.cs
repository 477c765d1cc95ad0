using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Tests.Stack.Tcp.Timeouts;

/// <summary>Two programs that only send: each window is shut, and each end is asked for ever whether it opened.</summary>
public sealed class ZeroWindowStandstillTests
{
    [Fact]
    public void A_run_of_two_programs_that_only_send_ends_idle_and_says_what_they_wait_for()
    {
        using Network net = Standstill(readsAfter: null);

        RunResult result = net.Run();

        Assert.Equal(RunEnd.Idle, result.End);
        Assert.Equal(2, result.Waiting.Count(row => row.State == "ESTABLISHED" && row.WaitsFor.Contains("Send", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_run_with_a_duration_goes_on_probing()
    {
        using Network net = Standstill(readsAfter: null);
        net.Run(TimeSpan.FromHours(1));
        long sent = net.Events.PacketsSent;
        net.Run(TimeSpan.FromHours(1));

        // RFC 9293, section 3.8.6.1: two minutes apart at most, from both ends, each answered.
        Assert.InRange(net.Events.PacketsSent - sent, 4 * 29, 4 * 31);
    }

    [Fact]
    public void A_window_that_opens_after_hours_lets_the_transfer_end()
    {
        using Network net = Standstill(readsAfter: TimeSpan.FromHours(3));

        Assert.Equal(RunEnd.Completed, net.Run().End);
    }

    private static Network Standstill(TimeSpan? readsAfter)
    {
        var net = new Network();
        Host server = net.AddHost("server"), client = net.AddHost("client");
        net.Connect(server, client, new LinkOptions { Delay = TimeSpan.FromMilliseconds(1) });
        server.Run(async () =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Any, 7));
            listener.Listen();
            using Socket socket = await listener.AcceptAsync();
            await TalkAsync(socket);
        });
        client.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync("server", 7);
            await TalkAsync(socket);
        });
        return net;

        async Task TalkAsync(Socket socket)
        {
            Task sending = SendAllAsync(socket);
            if (readsAfter is { } time)
            {
                await net.Delay(time);
                byte[] buffer = new byte[100_000];
                while (await socket.ReceiveAsync(buffer.AsMemory()) > 0)
                {
                }
            }

            await sending;
        }

        static async Task SendAllAsync(Socket socket)
        {
            await socket.SendAsync(new byte[20_000_000].AsMemory());
            socket.Shutdown(SocketShutdown.Send);
        }
    }
}
