using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.TimeWait;

public sealed class TimeWaitTests
{
    [Fact]
    public void A_fin_that_comes_again_is_acknowledged_and_starts_the_wait_anew()
    {
        TcpTrace trace = InTimeWait().Wait(50_000);
        trace.In("F. 1 ack 2").Out(". 2:2(0) ack 2").Wait(50_000).InState(TcpState.TimeWait).Wait(11_000).InState(TcpState.Closed);
    }

    // Proves RFC 1337 §3 fix F1.
    [Fact]
    public void A_reset_does_not_cut_the_wait_short() => InTimeWait().In("R. 2 ack 2").Silence().InState(TcpState.TimeWait);

    [Fact]
    public void The_wait_keeps_no_run_going() => Assert.Equal(0, InTimeWait().Clock.Foreground);

    [Fact]
    public void The_port_stays_taken_until_the_end_of_the_wait()
    {
        TcpTrace trace = InTimeWait();
        Assert.NotEqual(SocketError.Success, trace.Host.Ports.TryBind(trace.Host.Address, trace.Local.Port, false, out _));
        trace.Wait(61_000);
        Assert.Equal(SocketError.Success, trace.Host.Ports.TryBind(trace.Host.Address, trace.Local.Port, false, out _));
    }

    // Proves RFC 9293 MAY-2.
    [Fact]
    public void A_new_syn_with_a_later_number_opens_a_new_connection_above_the_old_numbers()
    {
        TcpTrace trace = InTimeWaitPassively();
        TcpConnection first = trace.Connection;
        trace.In("S 5000 <mss 900>").Out("S. 65539:65539(0) ack 5001");
        Assert.Equal(TcpState.Closed, first.State);
        TcpConnection second = Assert.Single(trace.Host.Tcp.Connections);
        Assert.Equal(TcpState.SynReceived, second.State);
        trace.In(". 5001 ack 65540");
        Assert.Same(second, trace.Listener.TryAccept());
    }

    [Fact]
    public void A_new_syn_with_a_later_timestamp_is_taken_whatever_its_number()
    {
        TcpTrace trace = InTimeWaitPassively(timestamps: true);
        trace.PeerTimestamp++;
        trace.In("S 1 <mss 900,TS>").Out("S. 65539:65539(0) ack 2");
        Assert.Equal(TcpState.SynReceived, Assert.Single(trace.Host.Tcp.Connections).State);
    }

    // Proves RFC 6191 §2 older.
    [Fact]
    public void A_syn_with_a_later_number_but_an_earlier_timestamp_is_only_acknowledged()
    {
        TcpTrace trace = InTimeWaitPassively(timestamps: true);
        trace.PeerTimestamp--;
        trace.In("S 5000 <mss 900,TS>").Out(". 2:2(0) ack 2").Silence().InState(TcpState.TimeWait);
    }

    [Fact]
    public void Where_nobody_listens_any_more_a_new_syn_is_only_acknowledged()
    {
        TcpTrace trace = InTimeWaitPassively();
        trace.Listener.Close();
        trace.In("S 5000 <mss 900>").Out(". 2:2(0) ack 2").InState(TcpState.TimeWait);
    }

    [Fact]
    public void An_acknowledgment_starts_the_wait_anew_and_a_syn_does_not()
    {
        TcpTrace trace = InTimeWaitPassively();
        trace.Wait(50_000).In(". 2 ack 2").Silence().Wait(50_000).InState(TcpState.TimeWait);
        trace.In("S 1 <mss 900>").Out(". 2:2(0) ack 2").Wait(11_000).InState(TcpState.Closed);
    }

    [Fact]
    public void A_user_who_binds_the_port_may_connect_again_while_the_old_connection_waits()
    {
        (TcpPair pair, TcpConnection old) = PairInTimeWait(bound: true);
        Assert.Equal(SocketError.Success, pair.Client.Ports.TryBind(pair.Client.Address, old.Local.Port, true, out PortBinding? binding));
        TcpConnection again = pair.Client.Tcp.Connect(binding, old.Remote, new TcpSettings(), new TestUser(), out _)!;
        Assert.Equal(old.SndNxt + 65537, again.Iss);
        Assert.Equal(TcpState.Closed, old.State);
        pair.Clock.RunFor(1000);
        Assert.Equal(TcpState.Established, again.State);
    }

    [Fact]
    public void Without_timestamps_not_even_then()
    {
        (TcpPair pair, TcpConnection old) = PairInTimeWait(bound: true, configure: settings => settings.Timestamps = false);
        pair.Client.Ports.TryBind(pair.Client.Address, old.Local.Port, true, out PortBinding? binding);
        Assert.Null(pair.Client.Tcp.Connect(binding, old.Remote, new TcpSettings(), new TestUser(), out SocketError error));
        Assert.Equal(SocketError.AddressNotAvailable, error);
    }

    [Theory]
    [InlineData(nameof(TimeWaitReuse.Off), "127.0.0.1", false)]
    [InlineData(nameof(TimeWaitReuse.On), "10.0.0.1", true)]
    [InlineData(nameof(TimeWaitReuse.LoopbackOnly), "10.0.0.1", false)]
    [InlineData(nameof(TimeWaitReuse.LoopbackOnly), "127.0.0.1", true)]
    [InlineData(nameof(TimeWaitReuse.LoopbackOnly), "::1", true)]
    [InlineData(nameof(TimeWaitReuse.LoopbackOnly), "2001:db8::1", false)]
    public void A_picked_port_is_used_again_as_the_settings_say(string reuse, string address, bool again)
    {
        (TcpPair pair, TcpConnection old) = PairInTimeWait(bound: false, address);
        pair.Clock.RunFor(1000);
        TcpConnection? next = pair.Client.Tcp.Connect(null, old.Remote, new TcpSettings { TimeWaitReuse = Enum.Parse<TimeWaitReuse>(reuse) }, new TestUser(), out SocketError error);
        Assert.Equal(again, next is not null);
        Assert.Equal(again ? SocketError.Success : SocketError.AddressNotAvailable, error);
        if (again)
        {
            Assert.Equal(old.SndNxt + 65537, next!.Iss);
            pair.Clock.RunFor(1000);
            Assert.Equal(TcpState.Established, next.State);
        }
    }

    [Fact]
    public void Only_loopback_connections_are_followed_by_default() => Assert.Equal(TimeWaitReuse.LoopbackOnly, new TcpSettings().TimeWaitReuse);

    [Fact]
    public void A_picked_port_is_not_used_again_within_the_second()
    {
        (TcpPair pair, TcpConnection old) = PairInTimeWait(bound: false);
        var settings = new TcpSettings { TimeWaitReuse = TimeWaitReuse.On };
        Assert.Null(pair.Client.Tcp.Connect(null, old.Remote, settings, new TestUser(), out _));
        pair.Clock.RunFor(1000);
        Assert.NotNull(pair.Client.Tcp.Connect(null, old.Remote, settings, new TestUser(), out _));
    }

    [Fact]
    public void A_syn_with_an_old_number_is_only_acknowledged()
    {
        TcpTrace trace = new TcpTrace().Listen();
        trace.In("S 0 <mss 900>").In(". 1 ack 1");
        trace.Skip();
        trace.Connection.Close();
        trace.In("F. 1 ack 2");
        trace.Skip();
        trace.In("S 1 <mss 900>").Out(". 2:2(0) ack 2").InState(TcpState.TimeWait);
    }

    // Proves RFC 9293 SHLD-4; RFC 6191 §2.
    [Fact]
    public void A_new_syn_with_a_later_timestamp_opens_a_new_connection_whatever_its_number()
    {
        TcpTrace trace = new TcpTrace(settings => settings.Timestamps = true).Listen();
        trace.In("S 0 <mss 900,TS>").In(". 1 ack 1");
        TcpConnection first = trace.Listener.TryAccept()!;
        first.Close();
        trace.In("F. 1 ack 2").InState(TcpState.TimeWait);
        trace.In("S 1 <mss 900,TS>").InState(TcpState.TimeWait);
        trace.PeerTimestamp += 1000;
        trace.In("S 1 <mss 900,TS>");
        Assert.Equal(TcpState.Closed, first.State);
        Assert.Equal(TcpState.SynReceived, Assert.Single(trace.Host.Tcp.Connections).State);
    }

    private static TcpTrace InTimeWait()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.Connection.Close();
        trace.In("F. 1 ack 2").InState(TcpState.TimeWait);
        trace.Skip();
        return trace;
    }

    private static TcpTrace InTimeWaitPassively(bool timestamps = false)
    {
        TcpTrace trace = new TcpTrace(settings => settings.Timestamps = timestamps).Listen();
        trace.In(timestamps ? "S 0 <mss 900,TS>" : "S 0 <mss 900>").In(". 1 ack 1");
        trace.Listener.TryAccept()!.Close();
        trace.In("F. 1 ack 2").InState(TcpState.TimeWait);
        trace.Skip();
        return trace;
    }

    /// <summary>A client, with one ephemeral port, in TIME-WAIT; its server is ready for another connection.</summary>
    private static (TcpPair Pair, TcpConnection Old) PairInTimeWait(bool bound, string address = "10.0.0.1", Action<TcpSettings>? configure = null)
    {
        var pair = new TcpPair(client: address, server: address.Contains(':', StringComparison.Ordinal) ? "2001:db8::2" : "10.0.0.2");
        pair.Listen(any: address.Contains(':', StringComparison.Ordinal) ? Address.IPv6Any : Address.IPv4Any);
        pair.Client.Ports.SetEphemeralRange(40_000, 40_000);
        PortBinding? binding = null;
        if (bound)
        {
            Assert.Equal(SocketError.Success, pair.Client.Ports.TryBind(pair.Client.Address, 40_000, true, out binding));
        }

        var settings = new TcpSettings();
        configure?.Invoke(settings);
        TcpConnection old = pair.Client.Tcp.Connect(binding, new TransportAddress(pair.Server.Address, 80), settings, new TestUser(), out _)!;
        pair.Clock.RunFor(100);
        old.Close();
        pair.Clock.RunFor(100);
        pair.Listener.TryAccept()!.Close();
        pair.Clock.RunFor(100);
        Assert.Equal(TcpState.TimeWait, old.State);
        return (pair, old);
    }
}
