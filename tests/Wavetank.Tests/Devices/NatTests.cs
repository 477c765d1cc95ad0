using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices;

/// <summary>client, other - nat - router - server, third.</summary>
public sealed class NatTests : IDisposable
{
    private const ushort Port = 4000;

    private readonly Network _network = new();
    private Nat _nat = null!;
    private Host _client = null!;
    private Host _other = null!;
    private Host _server = null!;
    private Host _third = null!;
    private PacketLog _log = null!;

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_host_inside_appears_under_the_outside_address_and_hears_answers()
    {
        Build();
        using UdpProbe client = new(_client, Port), server = new(_server, 53);
        client.Send(Addresses.At(_server, 53), 1);
        _network.Run();
        TransportAddress seen = server.TryReceive()!.Value.From;
        server.Send(seen, 2);
        _network.Run();

        Assert.Equal(new TransportAddress(Outside, Port), seen);
        Assert.Equal((byte)2, client.TryReceive()!.Value.Payload[0]);
        Assert.Equal(0, _network.Pool.Rented);
    }

    // Proves RFC 4787 §4.1.
    [Theory]
    [InlineData(NatBehavior.EndpointIndependent, true, true)]
    [InlineData(NatBehavior.AddressDependent, true, false)]
    [InlineData(NatBehavior.AddressAndPortDependent, false, false)]
    public void A_port_outside_is_shared_as_the_mapping_says(NatBehavior mapping, bool samePort, bool sameAddress)
    {
        Build(new NatOptions { Mapping = mapping });
        using UdpProbe client = new(_client, Port), first = new(_server, 53), second = new(_server, 54), third = new(_third, 53);
        client.Send(Addresses.At(_server, 53), 1);
        client.Send(Addresses.At(_server, 54), 1);
        client.Send(Addresses.At(_third, 53), 1);
        _network.Run();

        TransportAddress at = first.TryReceive()!.Value.From;
        Assert.Equal(samePort, second.TryReceive()!.Value.From == at);
        Assert.Equal(sameAddress, third.TryReceive()!.Value.From == at);
    }

    // Proves RFC 4787 §5.
    [Theory]
    [InlineData(NatBehavior.EndpointIndependent, true, true)]
    [InlineData(NatBehavior.AddressDependent, true, false)]
    [InlineData(NatBehavior.AddressAndPortDependent, false, false)]
    public void A_port_outside_takes_what_the_filtering_says(NatBehavior filtering, bool fromOtherPort, bool fromOtherAddress)
    {
        Build(new NatOptions { Filtering = filtering });
        using UdpProbe client = new(_client, Port), second = new(_server, 54), third = new(_third, 53);
        client.Send(Addresses.At(_server, 53), 1);
        _network.Run();
        second.Send(new TransportAddress(Outside, Port), 1);
        _network.Run();
        Assert.Equal(fromOtherPort, client.TryReceive() is not null);
        third.Send(new TransportAddress(Outside, Port), 1);
        _network.Run();
        Assert.Equal(fromOtherAddress, client.TryReceive() is not null);

        int refused = (fromOtherPort ? 0 : 1) + (fromOtherAddress ? 0 : 1);
        Assert.Equal(Enumerable.Repeat(DropReason.FilteredByNat, refused), _log.Drops("host/nat"));
    }

    // Proves RFC 4787 §4.2.1.
    [Fact]
    public void No_port_outside_stands_for_two_inside()
    {
        Build();
        using UdpProbe client = new(_client, Port), other = new(_other, Port), server = new(_server, 53);
        client.Send(Addresses.At(_server, 53), 1);
        other.Send(Addresses.At(_server, 53), 2);
        _network.Run();

        TransportAddress first = server.TryReceive()!.Value.From, second = server.TryReceive()!.Value.From;
        Assert.Equal(Port, first.Port);
        Assert.NotEqual(first.Port, second.Port);
        Assert.True(second.Port >= 1024);
    }

    // Proves RFC 4787 §4.3.
    [Theory]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public void A_flow_is_forgotten_five_minutes_after_its_last_packet(int seconds, bool passes)
    {
        Build();
        using UdpProbe client = new(_client, Port), server = new(_server, 53);
        client.Send(Addresses.At(_server, 53), 1);
        _network.Run(TimeSpan.FromSeconds(200));
        client.Send(Addresses.At(_server, 53), 1);
        _network.Run(TimeSpan.FromSeconds(seconds));
        server.Send(new TransportAddress(Outside, Port), 1);
        _network.Run();

        Assert.Equal(passes, client.TryReceive() is not null);
    }

    // Proves RFC 4787 §6.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hosts_inside_reach_each_other_by_the_outside_address(bool hairpinning)
    {
        Build(new NatOptions { Hairpinning = hairpinning, Filtering = NatBehavior.EndpointIndependent });
        using UdpProbe client = new(_client, Port), other = new(_other, 5000);
        other.Send(Addresses.At(_server, 53), 1);
        client.Send(new TransportAddress(Outside, 5000), 7);
        _network.Run();

        Assert.Equal(hairpinning ? new TransportAddress(Outside, Port) : null, other.TryReceive()?.From);
    }

    [Fact]
    public void A_forwarded_port_leads_to_a_host_inside()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", Port)] });
        using UdpProbe client = new(_client, Port), server = new(_server, 53);
        server.Send(new TransportAddress(Outside, 80), 3);
        _network.Run();
        TransportAddress from = client.TryReceive()!.Value.From;
        client.Send(from, 4);
        _network.Run();

        Assert.Equal(Addresses.At(_server, 53), from);
        Assert.Equal(new TransportAddress(Outside, 80), server.TryReceive()!.Value.From);
    }

    // Proves RFC 5382 §5.
    [Fact]
    public void A_connection_outlives_its_transitory_timeout_once_it_is_established()
    {
        Build();
        Transfer transfer = Transfer.Start(_client, _server, 100_000);
        _network.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(100_000, transfer.Received);
        Assert.Equal(1, _nat.Flows);
        _network.Run(TimeSpan.FromSeconds(200));
        Assert.Equal(1, _nat.Flows);
        _network.Run(TimeSpan.FromSeconds(60));

        // Both ends have sent their FIN.
        Assert.Equal(0, _nat.Flows);
        Assert.Empty(_log.Drops("host/nat"));
    }

    [Fact]
    public void A_table_that_is_full_drops_what_would_begin_a_flow()
    {
        Build(new NatOptions { MaximumFlows = 2 });
        using UdpProbe client = new(_client, Port);
        for (ushort port = 1; port <= 3; port++)
        {
            client.Send(Addresses.At(_server, port), 1);
        }

        _network.Run();
        Assert.Equal([DropReason.FlowTableFull], _log.Drops("host/nat").Where(reason => reason == DropReason.FlowTableFull));
        Assert.Equal(2, _nat.Flows);

        _network.Run(TimeSpan.FromMinutes(6));
        client.Send(Addresses.At(_server, 4), 1);
        _network.Run();
        Assert.Equal(1, _nat.Flows);
    }

    // Proves RFC 5508 §4.2: the quote's checksums hold, or the host would not find the socket.
    [Fact]
    public void An_error_about_a_translated_packet_reaches_the_socket_inside()
    {
        Build(new NatOptions { PreservesPorts = false });
        using UdpProbe client = new(_client, Port);
        client.Connect(Addresses.At(_server, 9));
        client.Send(Addresses.At(_server, 9), 1, 2, 3);
        _network.Run();

        Assert.Equal(SocketError.ConnectionRefused, client.Endpoint.TakeError());
    }

    // Proves RFC 5508 §4.2.
    [Fact]
    public void An_error_from_inside_is_about_what_the_outside_sent()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", 9)] });
        using UdpProbe server = new(_server, 53);
        server.Connect(new TransportAddress(Outside, 80));
        server.Send(new TransportAddress(Outside, 80), 1);
        _network.Run();

        Assert.Equal(SocketError.ConnectionRefused, server.Endpoint.TakeError());
        Assert.All(_log.At("link/nat-router/forward"), line => Assert.Equal(Outside, line.Source));
    }

    [Fact]
    public void An_error_of_the_translator_itself_speaks_of_what_the_outside_sent()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", 9)] }, insideMtu: 600);
        using UdpProbe server = new(_server, 53);
        server.Endpoint.DontFragment = true;
        server.Connect(new TransportAddress(Outside, 80));
        server.Send(new TransportAddress(Outside, 80), new byte[1000]);
        _network.Run();

        Assert.Equal(SocketError.MessageSize, server.Endpoint.TakeError());
    }

    // Proves RFC 5508 §3.1, §3.2.
    [Fact]
    public void Echoes_come_back_to_the_host_that_sent_them()
    {
        Build();
        int replies = 0;
        foreach (Host host in new[] { _client, _other })
        {
            host.Run(async () =>
            {
                Wavetank.Sockets.PingReply reply = await new Wavetank.Sockets.Ping().SendPingAsync(_server.Address, TimeSpan.FromSeconds(1));
                replies += reply.Status == System.Net.NetworkInformation.IPStatus.Success ? 1 : 0;
            });
        }

        _network.Run();
        Assert.Equal(2, replies);
    }

    // Proves RFC 4787 §11.
    [Fact]
    public void Fragments_are_translated_as_what_they_make()
    {
        Build();
        using UdpProbe client = new(_client, Port), server = new(_server, 53);
        client.Send(Addresses.At(_server, 53), new byte[4000]);
        _network.Run();

        (byte[] payload, TransportAddress from) = server.TryReceive()!.Value;
        Assert.Equal((4000, new TransportAddress(Outside, Port)), (payload.Length, from));
    }

    [Fact]
    public void Nothing_from_outside_goes_to_an_inside_address()
    {
        Build(new NatOptions { Filtering = NatBehavior.EndpointIndependent });
        using UdpProbe client = new(_client, Port), server = new(_server, 53);
        server.Send(Addresses.At(_client, Port), 1);
        _network.Run();

        Assert.Null(client.TryReceive());
        Assert.Equal([DropReason.FilteredByNat], _log.Drops("host/nat"));
    }

    [Fact]
    public void A_restart_forgets_flows_but_not_forwarded_ports()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", Port)] });
        using UdpProbe client = new(_client, Port), other = new(_other, 5000), server = new(_server, 53);
        other.Send(Addresses.At(_server, 53), 1);
        _network.Run();
        _nat.Forget();
        server.Send(new TransportAddress(Outside, 5000), 1);
        server.Send(new TransportAddress(Outside, 80), 1);
        _network.Run();

        Assert.Null(other.TryReceive());
        Assert.NotNull(client.TryReceive());
    }

    private Address Outside => Address.FromIPAddress(_nat.OutsideAddress);

    private void Build(NatOptions? options = null, int insideMtu = 1500)
    {
        _nat = _network.AddNat("nat", options);
        Router router = _network.AddRouter("router");
        _client = _network.AddHost("client");
        _other = _network.AddHost("other");
        _server = _network.AddHost("server");
        _third = _network.AddHost("third");
        _network.Connect(_nat, router);
        _network.Connect(_client, _nat, new LinkOptions { Mtu = insideMtu });
        _network.Connect(_other, _nat);
        _network.Connect(router, _server);
        _network.Connect(router, _third);
        _log = new PacketLog(_network);
        _network.Run();
    }
}
