using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Devices;

/// <summary>server - firewall - client: what is outside is the server.</summary>
public sealed class FirewallTests : IDisposable
{
    private readonly Network _network = new();
    private Firewall _firewall = null!;
    private Host _client = null!;
    private Host _server = null!;
    private PacketLog _log = null!;

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_begins_inside_passes_and_so_do_its_answers(bool v6)
    {
        Build();
        Transfer transfer = Transfer.Start(_client, _server, 50_000, v6);
        _network.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(50_000, transfer.Received);
        Assert.Empty(_log.Drops("host/firewall"));
        Assert.Equal(1, _firewall.Flows);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_begins_outside_does_not(bool v6)
    {
        Build();
        Transfer transfer = Transfer.Start(_server, _client, 10, v6);
        _network.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(0, transfer.Received);
        Assert.All(_log.Drops("host/firewall"), reason => Assert.Equal(DropReason.FilteredByFirewall, reason));
        Assert.Equal(0, _firewall.Flows);
    }

    [Fact]
    public void The_first_rule_that_matches_decides()
    {
        Build("deny udp to server port 53", "allow udp from client to server port 50-60", "reject udp");
        using UdpProbe client = new(_client, 4000), closed = new(_server, 53), open = new(_server, 54), other = new(_server, 70);
        client.Connect(Addresses.At(_server, 70));
        client.Send(Addresses.At(_server, 53), 1);
        client.Send(Addresses.At(_server, 54), 1);
        client.Send(Addresses.At(_server, 70), 1);
        _network.Run();

        Assert.Null(closed.TryReceive());
        Assert.NotNull(open.TryReceive());
        Assert.Null(other.TryReceive());
        Assert.Equal([DropReason.FilteredByFirewall, DropReason.FilteredByFirewall], _log.Drops("host/firewall"));
        PacketLog.Line error = Assert.Single(_log.Lines, line => line is { IsIcmp: true, Kind: PacketEventKind.Sent });
        Assert.Equal((3, 13), (error.IcmpType, error.IcmpCode));
    }

    [Theory]
    [InlineData("reject tcp", SocketError.ConnectionRefused)]
    [InlineData("deny tcp", SocketError.TimedOut)]
    public void A_connection_attempt_is_refused_or_left_without_an_answer(string rule, SocketError error)
    {
        Build(rule);
        Transfer transfer = Transfer.Start(_client, _server, 10);
        _network.Run(TimeSpan.FromMinutes(10));

        Assert.Equal(error, transfer.Error);
    }

    [Fact]
    public void An_error_about_a_known_flow_passes_and_one_about_no_flow_does_not()
    {
        Build("allow outward");
        using UdpProbe client = new(_client, 4000);
        client.Connect(Addresses.At(_server, 9));
        client.Send(Addresses.At(_server, 9), 1);
        _network.Run();
        Assert.Equal(SocketError.ConnectionRefused, client.Endpoint.TakeError());

        client.Send(Addresses.At(_server, 9), 1);
        _firewall.Forget();
        _network.Run();
        Assert.Equal(SocketError.ConnectionRefused, client.Endpoint.TakeError());

        client.Send(Addresses.At(_server, 9), 1);
        _network.Run(TimeSpan.FromMilliseconds(5));
        _firewall.Forget();
        _network.Run();
        Assert.Equal([DropReason.FilteredByFirewall], _log.Drops("host/firewall"));
    }

    [Fact]
    public void A_segment_of_no_known_connection_is_dropped()
    {
        Build("allow any");
        Transfer transfer = Transfer.Start(_client, _server, 1_000_000);
        _network.At(TimeSpan.FromMilliseconds(50), _firewall.Forget);
        _network.Run(TimeSpan.FromSeconds(1));

        Assert.True(transfer.Received < 1_000_000);
        Assert.Contains(DropReason.FilteredByFirewall, _log.Drops("host/firewall"));
    }

    [Theory]
    [InlineData("allow")]
    [InlineData("allow tcp from 10.0.0.0/8 port 1024-65535 to server port 80")]
    [InlineData("reject udp inward to client,server")]
    [InlineData("deny icmpv6 outward")]
    public void A_rule_is_written_as_it_is_read(string text) => Assert.Equal(text, FirewallRule.Parse(text).ToString());

    [Theory]
    [InlineData("permit tcp", "allow, deny or reject")]
    [InlineData("allow tcp to", "followed by a device")]
    [InlineData("allow tcp to server port 70000", "a port from 0 to 65535")]
    [InlineData("allow tcp to server port 90-80", "a port from 0 to 65535")]
    [InlineData("allow to server port 80", "only tcp and udp have ports")]
    [InlineData("allow sctp", "\"sctp\" is not a word of a rule")]
    [InlineData("allow from 10.0.0.0/40", "no block of addresses")]
    public void A_wrong_rule_is_refused_with_what_would_be_right(string text, string part)
    {
        Assert.False(FirewallRule.TryParse(text, out _, out string? problem));
        Assert.Contains(part, problem, StringComparison.Ordinal);
    }

    private void Build(params string[] rules)
    {
        _firewall = _network.AddFirewall("firewall", rules.Length == 0 ? null : new FirewallOptions { Rules = [.. rules.Select(FirewallRule.Parse)] });
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _network.Connect(_server, _firewall, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        _network.Connect(_firewall, _client);
        _log = new PacketLog(_network);
        _network.Run();
    }
}
