using System.Net.Sockets;
using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.SynSent;

/// <summary>A socket that connects to its own port: a simultaneous open with one end (RFC 9293 §3.5), as on Linux.</summary>
public sealed class ConnectionToItselfTests
{
    [Fact]
    public void It_opens_hears_itself_and_closes()
    {
        var clock = new TestClock();
        var host = new TestHost(clock, new PacketPool(), "10.0.0.1");
        host.OnSend = new TestPipe(clock, host, new RandomStream(1, "pipe")).Send;
        Assert.Equal(SocketError.Success, host.Ports.TryBind(host.Address, 5000, false, out PortBinding? binding));
        TcpConnection connection = host.Tcp.Connect(binding, new TransportAddress(host.Address, 5000), new TcpSettings(), new TestUser(), out SocketError error)!;
        Assert.Equal(SocketError.Success, error);
        clock.RunFor(100);
        Assert.Equal(TcpState.Established, connection.State);

        byte[] buffer = new byte[10];
        Assert.Equal(5, connection.Send("hello"u8));
        clock.RunFor(100);
        Assert.Equal(5, connection.Receive(buffer));
        Assert.Equal("hello"u8.ToArray(), buffer[..5]);

        connection.ShutdownSend();
        clock.RunFor(100);
        Assert.True(connection.EndOfStream);
        Assert.Equal(TcpState.TimeWait, connection.State);
        clock.RunFor(61_000);
        Assert.Empty(host.Tcp.Connections);
    }
}
