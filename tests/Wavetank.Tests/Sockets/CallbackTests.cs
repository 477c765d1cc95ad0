using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Dns = Wavetank.Sockets.Dns;
using Ping = Wavetank.Sockets.Ping;
using Socket = Wavetank.Sockets.Socket;
using SocketAsyncEventArgs = Wavetank.Sockets.SocketAsyncEventArgs;

namespace Wavetank.Tests.Sockets;

/// <summary>Where and when callbacks and events come. What they tell is in the socket suite.</summary>
public sealed class CallbackTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    [Fact]
    public void A_callback_comes_at_the_instant_of_the_end_with_the_callers_host()
    {
        List<string> seen = [];
        RunPair(
            async (network, server) => await server.SendAsync(new byte[1]),
            async (network, client) =>
            {
                var ended = new TaskCompletionSource();
                client.BeginReceive(
                    new byte[1],
                    0,
                    1,
                    SocketFlags.None,
                    result =>
                    {
                        seen.Add($"{client.EndReceive(result)} byte at {network.Now.ToTimeSpan().TotalMilliseconds} ms on {Dns.GetHostName()}");
                        ended.SetResult();
                    },
                    null);
                await ended.Task;
                seen.Add($"{network.Now.ToTimeSpan().TotalMilliseconds} ms");
            });

        // Half a round trip after the handshake, which took one and a half.
        Assert.Equal(["1 byte at 40 ms on client", "40 ms"], seen);
    }

    [Fact]
    public void A_callback_may_await_and_comes_back_to_the_simulation()
    {
        List<string> seen = [];
        RunPair(
            async (network, server) => await server.SendAsync(new byte[1]),
            async (network, client) =>
            {
                var ended = new TaskCompletionSource();
                client.BeginReceive(
                    new byte[1],
                    0,
                    1,
                    SocketFlags.None,
                    async result =>
                    {
                        await network.Delay(TimeSpan.FromMilliseconds(5));
                        await Task.Run(() => { });
                        seen.Add($"{client.EndReceive(result)} byte, sent {client.Send(new byte[1])} at {network.Now.ToTimeSpan().TotalMilliseconds} ms");
                        ended.SetResult();
                    },
                    null);
                await ended.Task;
            });

        Assert.Equal(["1 byte, sent 1 at 45 ms"], seen);
    }

    [Fact]
    public void What_a_callback_throws_fails_its_program()
    {
        using var network = new Network();
        network.AddHost("host").Run(
            async () =>
            {
                using Socket listener = Listener();
                listener.BeginAccept(_ => throw new InvalidDataException("what now"), null);
                using Socket client = Tcp();
                await client.ConnectAsync(listener.LocalEndPoint!);
                await network.Delay(Delay);
            },
            "web");

        ProgramFailedException failure = Assert.Throws<ProgramFailedException>(() => network.Run());
        Assert.StartsWith("Program 'web' on host 'host' failed", failure.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(failure.InnerException);
    }

    [Fact]
    public void What_a_handler_of_event_arguments_throws_fails_its_program()
    {
        using var network = new Network();
        network.AddHost("host").Run(async () =>
        {
            using Socket listener = Listener();
            using var args = new SocketAsyncEventArgs();
            args.Completed += (_, _) => throw new InvalidDataException("what now");
            Assert.True(listener.AcceptAsync(args));
            using Socket client = Tcp();
            await client.ConnectAsync(listener.LocalEndPoint!);
            await network.Delay(Delay);
        });

        Assert.IsType<InvalidDataException>(Assert.Throws<ProgramFailedException>(() => network.Run()).InnerException);
    }

    [Fact]
    public void An_asynchronous_program_is_told_at_once_that_an_end_would_block()
    {
        using var network = new Network();
        string message = "";
        network.AddHost("host").Run(
            () =>
            {
                using Socket listener = Listener();
                IAsyncResult accept = listener.BeginAccept(null, null);
                message = Assert.Throws<ProgramMisuseException>(() => listener.EndAccept(accept)).Message;
                return Task.CompletedTask;
            },
            "web");

        network.Run();
        Assert.StartsWith("Program 'web' on host 'host' is asynchronous and made a call that would block", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crashed_host_hears_no_callback()
    {
        using var network = new Network();
        Host host = network.AddHost("host");
        bool called = false;
        host.Run(async () =>
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            socket.BeginReceive(new byte[1], 0, 1, SocketFlags.None, _ => called = true, null);
            await network.Delay(Delay);
            socket.Dispose();
        });
        network.At(TimeSpan.FromMilliseconds(5), host.Crash);

        Assert.Equal(RunEnd.Completed, network.Run().End);
        Assert.False(called);
    }

    [Fact]
    public void A_paused_host_hears_its_callbacks_when_it_goes_on()
    {
        List<string> seen = [];
        using var network = new Network();
        Host host = network.AddHost("host"), peer = network.AddHost("peer");
        network.Connect(host, peer, new() { Delay = Delay });
        host.Run(async () =>
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Bind(new IPEndPoint(IPAddress.Any, 9));
            using var args = new SocketAsyncEventArgs();
            args.SetBuffer(new byte[1], 0, 1);
            var ended = new TaskCompletionSource();
            args.Completed += (_, e) =>
            {
                seen.Add($"{e.BytesTransferred} byte at {network.Now.ToTimeSpan().TotalMilliseconds} ms");
                ended.SetResult();
            };
            Assert.True(socket.ReceiveAsync(args));
            await ended.Task;
        });
        peer.Run(async () =>
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            await socket.SendToAsync(new byte[1], new IPEndPoint((await Dns.GetHostAddressesAsync("host"))[0], 9));
        });
        network.At(TimeSpan.FromMilliseconds(5), host.Pause);
        network.At(TimeSpan.FromMilliseconds(50), host.Resume);

        network.Run();
        Assert.Equal(["1 byte at 50 ms"], seen);
    }

    [Fact]
    public void A_connect_by_event_arguments_is_taken_back()
    {
        using var network = new Network();
        Host host = network.AddHost("host"), peer = network.AddHost("peer");
        network.Connect(host, peer, new() { Delay = TimeSpan.FromSeconds(1) });
        List<string> seen = [];
        host.Run(async () =>
        {
            using Socket socket = Tcp();
            using var args = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint((await Dns.GetHostAddressesAsync("peer"))[0], 80) };
            var ended = new TaskCompletionSource();
            args.Completed += (_, e) =>
            {
                seen.Add($"{e.SocketError} at {network.Now.ToTimeSpan().TotalMilliseconds} ms");
                ended.SetResult();
            };
            Assert.True(socket.ConnectAsync(args));
            await network.Delay(Delay);
            Socket.CancelConnectAsync(args);
            await ended.Task;
        });

        network.Run();
        Assert.Equal(["OperationAborted at 10 ms"], seen);
    }

    [Fact]
    public void An_echo_request_is_told_by_the_event_or_taken_back()
    {
        using var network = new Network();
        Host host = network.AddHost("host"), peer = network.AddHost("peer");
        network.Connect(host, peer, new() { Delay = Delay });
        List<string> seen = [];
        host.Run(async () =>
        {
            using var ping = new Ping();
            var ended = new TaskCompletionSource();
            ping.PingCompleted += (_, e) =>
            {
                seen.Add($"{e.UserState}: {(e.Cancelled ? "cancelled" : e.Reply!.Status.ToString())} at {network.Now.ToTimeSpan().TotalMilliseconds} ms");
                ended.SetResult();
            };
            ping.SendAsync("peer", "first");
            Assert.Throws<InvalidOperationException>(() => ping.SendAsync("peer", "too soon"));
            await ended.Task;

            ended = new TaskCompletionSource();
            ping.SendAsync("peer", 1000, "second");
            await network.Delay(TimeSpan.FromMilliseconds(5));
            ping.SendAsyncCancel();
            await ended.Task;
        });

        network.Run();
        Assert.Equal(["first: Success at 20 ms", "second: cancelled at 25 ms"], seen);
    }

    private static Socket Tcp() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private static Socket Listener()
    {
        Socket listener = Tcp();
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        return listener;
    }

    /// <summary>Two hosts, 10 ms apart, with a connection.</summary>
    private static void RunPair(Func<Network, Socket, Task> server, Func<Network, Socket, Task> client)
    {
        using var network = new Network();
        Host first = network.AddHost("server"), second = network.AddHost("client");
        network.Connect(first, second, new() { Delay = Delay });
        first.Run(async () =>
        {
            using Socket listener = Tcp();
            listener.Bind(new IPEndPoint(IPAddress.Any, 80));
            listener.Listen();
            using Socket accepted = await listener.AcceptAsync();
            await server(network, accepted);
            await network.Delay(TimeSpan.FromSeconds(1));
        });
        second.Run(async () =>
        {
            using Socket socket = Tcp();
            await socket.ConnectAsync("server", 80);
            await client(network, socket);
        });
        Assert.Equal(RunEnd.Completed, network.Run().End);
    }
}
