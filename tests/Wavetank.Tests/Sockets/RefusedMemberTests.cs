using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine.Programs;
using Socket = Wavetank.Sockets.Socket;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Sockets;

/// <summary>What has no place on a simulated network says what to do instead.</summary>
public sealed class RefusedMemberTests
{
    [Fact]
    public void Handles_of_an_operating_system_are_refused()
    {
        using var network = new Network();
        List<string> messages = [];
        network.AddHost("host").Run(() =>
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            using var handle = new SafeSocketHandle(-1, ownsHandle: false);
            messages.Add(Assert.Throws<PlatformNotSupportedException>(() => socket.Handle).Message);
            messages.Add(Assert.Throws<PlatformNotSupportedException>(() => socket.SafeHandle).Message);
            messages.Add(Assert.Throws<PlatformNotSupportedException>(() => new Socket(handle)).Message);
            messages.Add(Assert.Throws<PlatformNotSupportedException>(() => new Socket(default(SocketInformation))).Message);
            messages.Add(Assert.Throws<PlatformNotSupportedException>(() => socket.DuplicateAndClose(1)).Message);
            return Task.CompletedTask;
        });
        network.Run();

        Assert.Equal(5, messages.Count);
        Assert.Equal(
            "A simulated socket cannot be used by its handle: it lives in the simulation, and no operating system knows it. "
            + "Make it with new Socket(addressFamily, socketType, protocolType), and hand the Socket itself on.",
            messages[0]);
        Assert.All(messages, message => Assert.EndsWith("and hand the Socket itself on.", message, StringComparison.Ordinal));
    }

    [Fact]
    public void Outside_of_a_program_every_constructor_says_so_in_the_same_words()
    {
        Func<object>[] constructors =
        [
            () => new Socket(SocketType.Stream, ProtocolType.Tcp),
            () => new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp),
            () => new TcpClient(),
            () => new TcpListener(System.Net.IPAddress.Loopback, 0),
            () => new UdpClient(),
            () => TcpListener.Create(80),
        ];

        Assert.All(
            constructors,
            constructor => Assert.Equal(
                "A simulated socket belongs to the host whose program uses it, but this code runs outside of any program of a simulation. "
                + "Move it into host.Run(async () => ...) or host.RunBlocking(() => ...).",
                Assert.Throws<InvalidOperationException>(() => constructor()).Message));
    }

    [Fact]
    public void Outside_of_a_program_a_thread_says_so()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => new ProgramThread(() => { }).Start());

        Assert.Equal(
            "A thread of a simulation belongs to the program that starts it, but this code runs outside of any program of a simulation. "
            + "Move it into host.RunBlocking(() => ...).",
            exception.Message);
        Assert.Throws<InvalidOperationException>(() => ProgramThread.Sleep(1));
    }
}
