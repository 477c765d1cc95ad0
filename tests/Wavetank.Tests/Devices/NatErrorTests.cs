using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Tests.Devices.Support;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices;

/// <summary>ICMP through a translator: echoes, and errors about what was translated.</summary>
public sealed class NatErrorTests : NatRig
{
    // Proves RFC 5508 §4.2: the quote's checksums hold, or the host would not find the socket.
    [Fact]
    public void An_error_about_a_translated_packet_reaches_the_socket_inside()
    {
        Build(new NatOptions { PreservesPorts = false });
        using UdpProbe client = new(Client, Port);
        client.Connect(Addresses.At(Server, 9));
        client.Send(Addresses.At(Server, 9), 1, 2, 3);
        Net.Run();

        Assert.Equal(SocketError.ConnectionRefused, client.Endpoint.TakeError());
    }

    // Proves RFC 5508 §4.2.
    [Fact]
    public void An_error_from_inside_is_about_what_the_outside_sent()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", 9)] });
        using UdpProbe server = new(Server, 53);
        server.Connect(new TransportAddress(Outside, 80));
        server.Send(new TransportAddress(Outside, 80), 1);
        Net.Run();

        Assert.Equal(SocketError.ConnectionRefused, server.Endpoint.TakeError());
        Assert.All(Log.At("link/nat-router/forward"), line => Assert.Equal(Outside, line.Source));
    }

    [Fact]
    public void An_error_of_the_translator_itself_speaks_of_what_the_outside_sent()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", 9)] }, insideMtu: 600);
        using UdpProbe server = new(Server, 53);
        server.Endpoint.DontFragment = true;
        server.Connect(new TransportAddress(Outside, 80));
        server.Send(new TransportAddress(Outside, 80), new byte[1000]);
        Net.Run();

        Assert.Equal(SocketError.MessageSize, server.Endpoint.TakeError());
    }

    // Proves RFC 5508 §3.1, §3.2.
    [Fact]
    public void Echoes_come_back_to_the_host_that_sent_them()
    {
        Build();
        int replies = 0;
        foreach (Host host in new[] { Client, Other })
        {
            host.Run(async () =>
            {
                Wavetank.Sockets.PingReply reply = await new Wavetank.Sockets.Ping().SendPingAsync(Server.Address, TimeSpan.FromSeconds(1));
                replies += reply.Status == System.Net.NetworkInformation.IPStatus.Success ? 1 : 0;
            });
        }

        Net.Run();
        Assert.Equal(2, replies);
    }
}
