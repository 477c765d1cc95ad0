using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Tests.Devices.Support;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices;

/// <summary>client, other - nat - router - server, third.</summary>
public sealed class NatTests : NatRig
{
    [Fact]
    public void A_host_inside_appears_under_the_outside_address_and_hears_answers()
    {
        Build();
        using UdpProbe client = new(Client, Port), server = new(Server, 53);
        client.Send(Addresses.At(Server, 53), 1);
        Net.Run();
        TransportAddress seen = server.TryReceive()!.Value.From;
        server.Send(seen, 2);
        Net.Run();

        Assert.Equal(new TransportAddress(Outside, Port), seen);
        Assert.Equal((byte)2, client.TryReceive()!.Value.Payload[0]);
        Assert.Equal(0, Net.Pool.Rented);
    }

    // Proves RFC 4787 §4.1.
    [Theory]
    [InlineData(NatBehavior.EndpointIndependent, true, true)]
    [InlineData(NatBehavior.AddressDependent, true, false)]
    [InlineData(NatBehavior.AddressAndPortDependent, false, false)]
    public void A_port_outside_is_shared_as_the_mapping_says(NatBehavior mapping, bool samePort, bool sameAddress)
    {
        Build(new NatOptions { Mapping = mapping });
        using UdpProbe client = new(Client, Port), first = new(Server, 53), second = new(Server, 54), third = new(Third, 53);
        client.Send(Addresses.At(Server, 53), 1);
        client.Send(Addresses.At(Server, 54), 1);
        client.Send(Addresses.At(Third, 53), 1);
        Net.Run();

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
        using UdpProbe client = new(Client, Port), second = new(Server, 54), third = new(Third, 53);
        client.Send(Addresses.At(Server, 53), 1);
        Net.Run();
        second.Send(new TransportAddress(Outside, Port), 1);
        Net.Run();
        Assert.Equal(fromOtherPort, client.TryReceive() is not null);
        third.Send(new TransportAddress(Outside, Port), 1);
        Net.Run();
        Assert.Equal(fromOtherAddress, client.TryReceive() is not null);

        int refused = (fromOtherPort ? 0 : 1) + (fromOtherAddress ? 0 : 1);
        Assert.Equal(Enumerable.Repeat(DropReason.FilteredByNat, refused), Log.Drops("host/nat"));
    }

    // Proves RFC 4787 §4.2.1.
    [Fact]
    public void No_port_outside_stands_for_two_inside()
    {
        Build();
        using UdpProbe client = new(Client, Port), other = new(Other, Port), server = new(Server, 53);
        client.Send(Addresses.At(Server, 53), 1);
        other.Send(Addresses.At(Server, 53), 2);
        Net.Run();

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
        using UdpProbe client = new(Client, Port), server = new(Server, 53);
        client.Send(Addresses.At(Server, 53), 1);
        Net.Run(TimeSpan.FromSeconds(200));
        client.Send(Addresses.At(Server, 53), 1);
        Net.Run(TimeSpan.FromSeconds(seconds));
        server.Send(new TransportAddress(Outside, Port), 1);
        Net.Run();

        Assert.Equal(passes, client.TryReceive() is not null);
    }

    // Proves RFC 4787 §6.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Hosts_inside_reach_each_other_by_the_outside_address(bool hairpinning)
    {
        Build(new NatOptions { Hairpinning = hairpinning, Filtering = NatBehavior.EndpointIndependent });
        using UdpProbe client = new(Client, Port), other = new(Other, 5000);
        other.Send(Addresses.At(Server, 53), 1);
        client.Send(new TransportAddress(Outside, 5000), 7);
        Net.Run();

        Assert.Equal(hairpinning ? new TransportAddress(Outside, Port) : null, other.TryReceive()?.From);
    }

    [Fact]
    public void A_forwarded_port_leads_to_a_host_inside()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", Port)] });
        using UdpProbe client = new(Client, Port), server = new(Server, 53);
        server.Send(new TransportAddress(Outside, 80), 3);
        Net.Run();
        TransportAddress from = client.TryReceive()!.Value.From;
        client.Send(from, 4);
        Net.Run();

        Assert.Equal(Addresses.At(Server, 53), from);
        Assert.Equal(new TransportAddress(Outside, 80), server.TryReceive()!.Value.From);
    }

    // Proves RFC 5382 §5.
    [Fact]
    public void A_connection_outlives_its_transitory_timeout_once_it_is_established()
    {
        Build();
        Transfer transfer = Transfer.Start(Client, Server, 100_000);
        Net.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(100_000, transfer.Received);
        Assert.Equal(1, Nat.Flows);
        Net.Run(TimeSpan.FromSeconds(200));
        Assert.Equal(1, Nat.Flows);
        Net.Run(TimeSpan.FromSeconds(60));

        // Both ends have sent their FIN.
        Assert.Equal(0, Nat.Flows);
        Assert.Empty(Log.Drops("host/nat"));
    }

    [Fact]
    public void A_table_that_is_full_drops_what_would_begin_a_flow()
    {
        Build(new NatOptions { Flows = new FlowOptions { Maximum = 2 } });
        using UdpProbe client = new(Client, Port);
        for (ushort port = 1; port <= 3; port++)
        {
            client.Send(Addresses.At(Server, port), 1);
        }

        Net.Run();
        Assert.Equal([DropReason.FlowTableFull], Log.Drops("host/nat").Where(reason => reason == DropReason.FlowTableFull));
        Assert.Equal(2, Nat.Flows);

        Net.Run(TimeSpan.FromMinutes(6));
        client.Send(Addresses.At(Server, 4), 1);
        Net.Run();
        Assert.Equal(1, Nat.Flows);
    }

    // Proves RFC 4787 §11.
    [Fact]
    public void Fragments_are_translated_as_what_they_make()
    {
        Build();
        using UdpProbe client = new(Client, Port), server = new(Server, 53);
        client.Send(Addresses.At(Server, 53), new byte[4000]);
        Net.Run();

        (byte[] payload, TransportAddress from) = server.TryReceive()!.Value;
        Assert.Equal((4000, new TransportAddress(Outside, Port)), (payload.Length, from));
    }

    [Fact]
    public void Nothing_from_outside_goes_to_an_inside_address()
    {
        Build(new NatOptions { Filtering = NatBehavior.EndpointIndependent });
        using UdpProbe client = new(Client, Port), server = new(Server, 53);
        server.Send(Addresses.At(Client, Port), 1);
        Net.Run();

        Assert.Null(client.TryReceive());
        Assert.Equal([DropReason.FilteredByNat], Log.Drops("host/nat"));
    }

    [Fact]
    public void A_restart_forgets_flows_but_not_forwarded_ports()
    {
        Build(new NatOptions { Forwards = [new PortForward(ProtocolType.Udp, 80, "client", Port)] });
        using UdpProbe client = new(Client, Port), other = new(Other, 5000), server = new(Server, 53);
        other.Send(Addresses.At(Server, 53), 1);
        Net.Run();
        Nat.Forget();
        server.Send(new TransportAddress(Outside, 5000), 1);
        server.Send(new TransportAddress(Outside, 80), 1);
        Net.Run();

        Assert.Null(other.TryReceive());
        Assert.NotNull(client.TryReceive());
    }
}
