using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.SynSent;

/// <summary>Which local port a connect takes (Linux; RFC 6056 §3.3.4), and that all are given back.</summary>
public sealed class EphemeralPortTests
{
    private const ushort First = PortTable.FirstEphemeral;
    private const ushort Last = PortTable.LastEphemeral;
    private static readonly Address Us = Address.Parse("10.0.0.1");

    [Fact]
    public void Connections_to_different_destinations_may_share_a_port_and_to_the_same_one_not()
    {
        TestHost host = HostWith(40_000, 40_000);
        Assert.Equal(40_000, Connect(host, 1)!.Local.Port);
        Assert.Equal(40_000, Connect(host, 2)!.Local.Port);
        Assert.NotNull(Connect(host, 1, port: 81));
        Assert.Null(Connect(host, 1, out SocketError error));
        Assert.Equal(SocketError.AddressNotAvailable, error);
        Assert.Equal(3, host.Ports.Claims);
    }

    [Fact]
    public void Bind_to_any_port_wants_one_that_nobody_has()
    {
        TestHost host = HostWith(40_000, 40_001);
        ushort taken = Connect(host, 1)!.Local.Port;
        Assert.Equal(SocketError.Success, host.Ports.TryBind(Us, 0, true, out PortBinding? binding));
        Assert.NotEqual(taken, binding!.Port);
        Assert.Equal(SocketError.AddressAlreadyInUse, host.Ports.TryBind(Us, 0, true, out _));
        Assert.Equal(SocketError.AddressAlreadyInUse, host.Ports.TryBind(Us, taken, true, out _));
    }

    [Fact]
    public void Connect_never_takes_a_port_that_somebody_bound()
    {
        TestHost host = HostWith(40_000, 40_001);
        Assert.Equal(SocketError.Success, host.Ports.TryBind(Us, 40_000, true, out PortBinding? binding));
        for (byte i = 1; i < 20; i++)
        {
            Assert.Equal(40_001, Connect(host, i)!.Local.Port);
        }

        binding!.Release();
        Assert.Equal(40_000, Connect(host, 1)!.Local.Port);
    }

    [Fact]
    public void A_port_can_be_taken_again_once_its_connection_is_gone()
    {
        TestHost host = HostWith(40_000, 40_000);
        for (int i = 0; i < 10; i++)
        {
            TcpConnection connection = Connect(host, 1)!;
            connection.Close();
            Assert.Equal(0, host.Ports.Claims);
        }
    }

    [Fact]
    public void One_destination_can_be_reached_from_every_ephemeral_port_once()
    {
        TestHost host = HostWith(40_000, 41_999);
        bool[] seen = new bool[2000];
        for (int i = 0; i < seen.Length; i++)
        {
            int port = Connect(host, 1)!.Local.Port - 40_000;
            Assert.False(seen[port]);
            seen[port] = true;

            // The first half of them are even: the odd ones are left to those who bind.
            Assert.True(i >= seen.Length / 2 || port % 2 == 0);
        }

        Assert.Null(Connect(host, 1, out SocketError error));
        Assert.Equal(SocketError.AddressNotAvailable, error);
        Assert.NotNull(Connect(host, 2));
    }

    [Fact]
    public void The_ephemeral_ports_are_those_of_Linux_all_over_the_range()
    {
        var host = new TestHost(new TestClock(), new PacketPool(), "10.0.0.1");
        var ports = new List<ushort>();
        for (int i = 0; i < 1000; i++)
        {
            ports.Add(Connect(host, (byte)(i % 250))!.Local.Port);
            Assert.Equal(SocketError.Success, host.Ports.TryBind(Us, 0, true, out PortBinding? bound));
            ports.Add(bound!.Port);
        }

        Assert.All(ports, port => Assert.InRange(port, First, Last));
        Assert.InRange(ports.Min(), First, First + 500);
        Assert.InRange(ports.Max(), Last - 500, Last);
    }

    [Fact]
    public void Ports_follow_from_the_seed_and_differ_between_seeds_and_destinations()
    {
        Assert.Equal(PortsOf(seed: 1, 1), PortsOf(seed: 1, 1));
        Assert.NotEqual(PortsOf(seed: 1, 1), PortsOf(seed: 2, 1));
        Assert.NotEqual(PortsOf(seed: 1, 1), PortsOf(seed: 1, 2));
    }

    [Fact]
    public void A_hundred_thousand_short_connections_leave_no_port_taken()
    {
        var pair = new TcpPair();
        pair.Listen(backlog: 100);
        pair.Both(pipe => pipe.DelayMilliseconds = 0.01);
        for (int i = 0; i < 100_000; i++)
        {
            TcpConnection client = pair.Connect(user: new TestUser());
            pair.Clock.RunFor(0.1);
            TcpConnection server = pair.Listener.TryAccept()!;

            // Either end may be the one that waits.
            (TcpConnection first, TcpConnection second) = i % 8 == 0 ? (client, server) : (server, client);
            first.Close();
            pair.Clock.RunFor(0.1);
            second.Close();
            pair.Clock.RunFor(5);
        }

        pair.Clock.RunFor(61_000);
        Assert.Equal(0, pair.Client.Ports.Claims);
        Assert.Equal(1, pair.Server.Ports.Claims);
        Assert.Empty(pair.Client.Tcp.Connections);
        Assert.Empty(pair.Server.Tcp.Connections);
        Assert.Equal(0, pair.Pool.Rented);
    }

    private static ushort[] PortsOf(ulong seed, byte destination)
    {
        var host = new TestHost(new TestClock(), new PacketPool(), "10.0.0.1", seed);
        return [.. Enumerable.Range(0, 5).Select(_ => Connect(host, destination)!.Local.Port)];
    }

    private static TestHost HostWith(ushort first, ushort last)
    {
        var host = new TestHost(new TestClock(), new PacketPool(), "10.0.0.1");
        host.Ports.SetEphemeralRange(first, last);
        return host;
    }

    private static TcpConnection? Connect(TestHost host, byte destination, ushort port = 80) => Connect(host, destination, out _, port);

    private static TcpConnection? Connect(TestHost host, byte destination, out SocketError error, ushort port = 80) =>
        host.Tcp.Connect(null, new TransportAddress(Address.Parse($"10.0.1.{destination}"), port), new TcpSettings(), new TestUser(), out error);
}
