using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Streams;

/// <summary>Each of the three segments of a handshake is lost, once and always, between two ends that are 10 ms apart.</summary>
public sealed class HandshakeLossTests
{
    private readonly TcpPair _pair = new TcpPair().Listen();

    [Fact]
    public void A_syn_that_is_lost_once_costs_a_second()
    {
        LoseFirst(_pair.Forward, TcpFlags.Syn);

        AssertOpensAt(client: 1020, server: 1030);
    }

    // Both ends' timers run out: the client's a moment earlier, and both answers find one connection.
    [Fact]
    public void A_syn_ack_that_is_lost_once_costs_a_second()
    {
        LoseFirst(_pair.Backward, TcpFlags.Syn | TcpFlags.Ack);

        AssertOpensAt(client: 1020, server: 1030);
    }

    [Fact]
    public void A_last_ack_that_is_lost_once_costs_the_server_a_second()
    {
        LoseFirst(_pair.Forward, TcpFlags.Ack);

        AssertOpensAt(client: 20, server: 1030);
    }

    [Fact]
    public void Where_every_syn_is_lost_the_client_times_out_and_the_server_knows_nothing()
    {
        _pair.Forward.Loses = packet => packet.Tcp.Flags == TcpFlags.Syn;

        AssertTimesOut();
        Assert.Equal(0, _pair.Backward.Sent);
    }

    [Fact]
    public void Where_every_syn_ack_is_lost_both_ends_give_up()
    {
        _pair.Backward.Loses = packet => packet.Tcp.Flags == (TcpFlags.Syn | TcpFlags.Ack);

        AssertTimesOut();
        Assert.True(_pair.Backward.Sent > 6, $"{_pair.Backward.Sent} SYN-ACKs were sent");
    }

    [Fact]
    public void Where_every_last_ack_is_lost_the_server_forgets_and_the_clients_data_is_answered_with_a_reset()
    {
        _pair.Forward.Loses = packet => packet.Tcp.Flags == TcpFlags.Ack;
        TcpConnection client = _pair.Connect();
        _pair.Clock.RunFor(120_000);
        Assert.Equal(TcpState.Established, client.State);
        Assert.False(_pair.Listener.Readable);
        Assert.Empty(_pair.Server.Tcp.Connections);

        client.Send("hello"u8);
        _pair.Clock.RunFor(20);
        Assert.Equal(SocketError.ConnectionReset, _pair.ClientUser.Error);
        AssertNothingIsLeft();
    }

    private static void LoseFirst(TestPipe pipe, TcpFlags flags) => pipe.Loses = packet => pipe.Lost == 0 && packet.Tcp.Flags == flags;

    private void AssertOpensAt(int client, int server)
    {
        _pair.Connect();
        _pair.Clock.RunFor(client - 1);
        Assert.False(_pair.ClientUser.IsConnected);
        _pair.Clock.RunFor(2);
        Assert.True(_pair.ClientUser.IsConnected);
        _pair.Clock.RunFor(server - client - 2);
        Assert.False(_pair.Listener.Readable);
        _pair.Clock.RunFor(2);
        Assert.Equal(TcpState.Established, _pair.Listener.TryAccept()!.State);
        Assert.Equal(1, _pair.Forward.Lost + _pair.Backward.Lost);
        Assert.Null(_pair.Listener.TryAccept());
    }

    private void AssertTimesOut()
    {
        _pair.Connect();
        _pair.Clock.RunFor(130_000);
        Assert.Equal(SocketError.Success, _pair.ClientUser.Error);
        _pair.Clock.RunFor(200_000);
        Assert.Equal(SocketError.TimedOut, _pair.ClientUser.Error);
        Assert.False(_pair.Listener.Readable);
        AssertNothingIsLeft();
    }

    private void AssertNothingIsLeft()
    {
        Assert.Empty(_pair.Client.Tcp.Connections);
        Assert.Empty(_pair.Server.Tcp.Connections);
        Assert.Equal(0, _pair.Pool.Rented);
    }
}
