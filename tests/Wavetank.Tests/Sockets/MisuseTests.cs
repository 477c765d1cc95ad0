using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Dns = Wavetank.Sockets.Dns;
using Ping = Wavetank.Sockets.Ping;
using Socket = Wavetank.Sockets.Socket;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.Tests.Sockets;

/// <summary>What programs are told that use simulated sockets where they cannot be used.</summary>
public sealed class MisuseTests
{
    [Fact]
    public void Outside_of_a_simulation_a_socket_says_where_it_can_be_made()
    {
        InvalidOperationException socket = Assert.Throws<InvalidOperationException>(() => NewSocket());
        InvalidOperationException names = Assert.Throws<InvalidOperationException>(() => Dns.GetHostName());
        InvalidOperationException ping = Assert.Throws<InvalidOperationException>(() => new Ping().Send(IPAddress.Loopback));

        Assert.Equal(
            "A simulated socket belongs to the host whose program uses it, but this code runs outside of any program of a simulation. "
            + "Move it into host.Run(async () => ...) or host.RunBlocking(() => ...).",
            socket.Message);
        Assert.StartsWith("A simulated name look-up belongs to the host", names.Message, StringComparison.Ordinal);
        Assert.StartsWith("A simulated ping belongs to the host", ping.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_from_another_thread_is_told_how_it_got_there()
    {
        using var network = new Network();
        Exception? fromSocket = null;
        Exception? fromConstructor = null;
        network.AddHost("server").RunBlocking(
            () =>
            {
                using Socket socket = NewSocket();
                var thread = new Thread(() =>
                {
                    fromSocket = Record.Exception(() => socket.Bind(new IPEndPoint(IPAddress.Any, 0)));
                    fromConstructor = Record.Exception(() => NewSocket());
                });
                thread.Start();
                while (thread.IsAlive)
                {
                    Thread.Yield();
                }
            },
            "uploader");

        Assert.Equal(RunEnd.Completed, network.Run().End);
        foreach (Exception? exception in new[] { fromSocket, fromConstructor })
        {
            string message = Assert.IsType<ProgramMisuseException>(exception).Message;
            Assert.StartsWith(
                "Program 'uploader' on host 'server' used a simulated socket on a thread that is not the simulation's.", message, StringComparison.Ordinal);
            Assert.Contains("ConfigureAwait(false)", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_blocking_call_of_an_asynchronous_program_is_refused_and_leaves_the_socket_usable()
    {
        using var network = new Network();
        network.AddHost("server").Run(
            async () =>
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                string message = Assert.Throws<ProgramMisuseException>(() => listener.AcceptSocket()).Message;
                Assert.StartsWith("Program 'web' on host 'server' is asynchronous and made a call that would block", message, StringComparison.Ordinal);

                using Socket client = NewSocket();
                Assert.Throws<ProgramMisuseException>(() => client.Connect(listener.LocalEndpoint));
                await client.ConnectAsync(listener.LocalEndpoint);
                using Socket server = await listener.AcceptSocketAsync();
                Assert.Throws<ProgramMisuseException>(() => client.Receive(new byte[1]));
                Assert.Throws<ProgramMisuseException>(() => client.Poll(-1, SelectMode.SelectRead));
                await server.SendAsync(new byte[1]);
                Assert.Equal(1, await client.ReceiveAsync(new byte[1]));
            },
            "web");

        // One connection attempt was given up, and the other accepted.
        Assert.Equal(RunEnd.Completed, network.Run().End);
    }

    [Fact]
    public void A_failed_program_tells_its_socket_error()
    {
        using var network = new Network();
        network.AddHost("client").Run(async () =>
        {
            using Socket socket = NewSocket();
            await socket.ConnectAsync("nobody", 80);
        });

        ProgramFailedException failure = Assert.Throws<ProgramFailedException>(() => network.Run());
        Assert.Equal(SocketError.HostNotFound, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    [Fact]
    public void A_run_that_comes_to_rest_says_which_call_of_which_socket_waits()
    {
        using var network = new Network();
        Host host = network.AddHost("server");
        host.Run(
            async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1.5), network.TimeProvider);
                using var listener = new TcpListener(IPAddress.Any, 80);
                listener.Start();
                await listener.AcceptSocketAsync();
            },
            "web");
        host.RunBlocking(
            () =>
            {
                using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                socket.Bind(new IPEndPoint(IPAddress.Any, 53));
                socket.Receive(new byte[1]);
            },
            "names");

        RunResult result = network.Run();

        Assert.Equal(RunEnd.Idle, result.End);
        Assert.Equal(
            [
                new WaitingProgram("server", "web", "tcp", "0.0.0.0:80", "*", "LISTEN", "Accept since 1.500000000 s"),
                new WaitingProgram("server", "names", "udp", "0.0.0.0:53", "*", "", "Receive since 0.000000000 s"),
            ],
            result.Waiting);
    }

    private static Socket NewSocket() => new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
}
