using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Listen;

/// <summary>SYN cookies (RFC 4987 §3.6), by the rules of Linux.</summary>
public sealed class SynCookieTests
{
    private const long Minute = 60 * TcpDefaults.Second;
    private static readonly SynCookieKeys Keys = new(0x0123_4567_89AB_CDEF);

    [Theory]
    [InlineData(true, 1460, 1460)]
    [InlineData(true, 9000, 1460)]
    [InlineData(true, 1459, 1440)]
    [InlineData(true, 1300, 1300)]
    [InlineData(true, 1000, 536)]
    [InlineData(true, 100, 536)]
    [InlineData(false, 8940, 8940)]
    [InlineData(false, 1440, 1440)]
    [InlineData(false, 1430, 1420)]
    [InlineData(false, 1220, 1220)]
    [InlineData(false, 500, 1220)]
    public void A_cookie_brings_back_the_next_smaller_segment_size(bool ipv4, int offered, int comesBack)
    {
        for (uint sequence = 0; sequence < 0xF000_0000; sequence += 0x0FFF_FFF1)
        {
            uint cookie = SynCookie.Make(in Keys, ipv4, sequence, 7 * Minute, offered);
            Assert.Equal(comesBack, SynCookie.Read(in Keys, ipv4, sequence, 7 * Minute, cookie));
        }
    }

    [Fact]
    public void A_cookie_holds_in_its_own_minute_and_the_next()
    {
        foreach (long minute in (long[])[0, 1, 254, 255, 256, 100_000])
        {
            uint cookie = SynCookie.Make(in Keys, true, 1000, minute * Minute, 1460);
            Assert.Equal(1460, SynCookie.Read(in Keys, true, 1000, (minute * Minute) + Minute - 1, cookie));
            Assert.Equal(1460, SynCookie.Read(in Keys, true, 1000, ((minute + 2) * Minute) - 1, cookie));
            Assert.Equal(0, SynCookie.Read(in Keys, true, 1000, (minute + 2) * Minute, cookie));
        }
    }

    [Fact]
    public void Other_ends_other_numbers_and_guesses_are_no_cookies()
    {
        uint cookie = SynCookie.Make(in Keys, true, 1000, Minute, 1460);
        Assert.Equal(0, SynCookie.Read(new SynCookieKeys(1), true, 1000, Minute, cookie));
        Assert.Equal(0, SynCookie.Read(in Keys, true, 1100, Minute, cookie));
        int hits = 0;
        for (uint guess = 0; guess < 1_000_000; guess++)
        {
            hits += SynCookie.Read(in Keys, true, 1000, Minute, guess * 4099) != 0 ? 1 : 0;
        }

        // Two minutes of four sizes each, among 2^32: one guess in half a thousand million.
        Assert.True(hits <= 1);
    }

    [Theory]
    [InlineData(false, 0, false, false)]
    [InlineData(true, 0, true, false)]
    [InlineData(true, 14, false, true)]
    [InlineData(true, 7, true, true)]
    public void The_timestamp_carries_the_options_and_is_less_than_64_ticks_old(bool scaling, byte scale, bool sack, bool ecn)
    {
        for (uint now = 100_000; now < 100_200; now++)
        {
            uint timestamp = SynCookie.Encode(now, scaling, scale, sack, ecn);
            Assert.InRange(now - timestamp, 0u, 63u);
            SynCookie.Decode(timestamp, out bool hasScaling, out byte scaleNow, out bool hasSack, out bool hasEcn);
            Assert.Equal((scaling, sack, ecn), (hasScaling, hasSack, hasEcn));
            Assert.True(!scaling || scale == scaleNow);
        }
    }

    [Fact]
    public void Only_a_syn_that_finds_no_room_gets_a_cookie()
    {
        var server = new FloodedListener("10.0.0.1", backlog: 3);
        for (ushort port = 1; port <= 10; port++)
        {
            server.Syn(port);
        }

        // As of those that wait to be accepted, there is room for one more than the backlog says.
        Assert.Equal(4, server.Listener.HalfOpen);
        Assert.Equal(4, server.Host.Tcp.Connections.Count());
        Assert.Equal(6, server.Host.Tcp.Statistics.SynCookiesSent);
        Assert.Equal(10, server.Answers.Count);
        Assert.Equal(0, server.Listener.Overflows);
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.2", 1440, 1440)]
    [InlineData("2001:db8::1", "2001:db8::2", 1400, 1220)]
    public void A_peer_that_answers_gets_its_connection(string us, string them, int offered, int mss)
    {
        var server = new FloodedListener(us, backlog: 0, them);
        server.Syn(1);
        server.Syn(2, packet => packet.Tcp.Options.MaximumSegmentSize = (ushort)offered);
        server.Acknowledge(2);
        TcpConnection connection = server.Listener.TryAccept()!;
        Assert.Equal((TcpState.Established, 2), (connection.State, connection.Remote.Port));
        Assert.Equal(mss, connection.SendMss);
        Assert.Equal(TcpDefaults.InitialWindow, connection.Cwnd);
        Assert.Equal(1, server.Host.Tcp.Statistics.SynCookiesReceived);
        Assert.Equal(1, server.Listener.HalfOpen);
    }

    [Fact]
    public void Without_timestamps_the_answer_agrees_to_no_option()
    {
        var server = new FloodedListener("10.0.0.1", settings: new TcpSettings { SynCookies = SynCookieMode.Always, Ecn = EcnMode.Accept });
        server.Syn(1, Offer(timestamps: false));
        TcpHeader answer = server.Answers[1];
        Assert.False(answer.Options.HasWindowScale || answer.Options.SackPermitted || answer.Options.HasTimestamps || answer.Has(TcpFlags.Ece));
        Assert.Equal(1460, answer.Options.MaximumSegmentSize);
        server.Acknowledge(1, packet => packet.Tcp.Window = 1000);
        Assert.Equal(1000u, server.Listener.TryAccept()!.SndWnd);
    }

    [Fact]
    public void With_timestamps_window_scale_sack_and_ecn_survive()
    {
        var server = new FloodedListener("10.0.0.1", settings: new TcpSettings { SynCookies = SynCookieMode.Always, Ecn = EcnMode.Accept });
        server.Syn(1, Offer(timestamps: true));
        TcpHeader answer = server.Answers[1];
        Assert.True(answer.Options.HasWindowScale && answer.Options.SackPermitted && answer.Options.HasTimestamps && answer.Has(TcpFlags.Ece));
        server.Clock.RunFor(300);
        server.Acknowledge(1, packet =>
        {
            packet.Tcp.Window = 1000;
            packet.Tcp.Options.HasTimestamps = true;
            packet.Tcp.Options.TimestampValue = 5;
            packet.Tcp.Options.TimestampEcho = answer.Options.TimestampValue;
        });
        TcpConnection connection = server.Listener.TryAccept()!;
        TcpInfo info = connection.GetInfo();
        Assert.Equal(1000L << 9, info.SendWindow);

        // The round trip is known as well as the timestamp's low bits let it be.
        Assert.InRange(info.SmoothedRtt.TotalMilliseconds, 300, 364);

        // Data is ECN-capable, and what is out of order is reported in a SACK block.
        connection.Send(new byte[100]);
        Assert.Equal(0b10, server.LastTrafficClass & 0b11);
        server.Acknowledge(1, packet =>
        {
            packet.Tcp.SequenceNumber += 500;
            packet.Tcp.Options.HasTimestamps = true;
            packet.Tcp.Options.TimestampValue = 6;
            packet.CarryCopy(new byte[10]);
        });
        Assert.Equal(1, server.Answers[1].Options.SackCount);
    }

    [Fact]
    public void An_echo_that_says_what_was_never_agreed_is_answered_with_a_reset()
    {
        var server = new FloodedListener("10.0.0.1", settings: new TcpSettings { SynCookies = SynCookieMode.Always, Sack = false });
        server.Syn(1, Offer(timestamps: true));
        TcpHeader answer = server.Answers[1];
        server.Acknowledge(1, packet =>
        {
            packet.Tcp.Options.HasTimestamps = true;
            packet.Tcp.Options.TimestampEcho = answer.Options.TimestampValue + (1 << 4);
        });
        Assert.True(server.Answers[1].Has(TcpFlags.Rst));
        Assert.Empty(server.Host.Tcp.Connections);
        Assert.Equal(0, server.Listener.HalfOpen);
    }

    [Fact]
    public void A_wrong_number_is_answered_with_a_reset_and_counted()
    {
        var server = new FloodedListener("10.0.0.1", settings: new TcpSettings { SynCookies = SynCookieMode.Always });
        server.Syn(1);
        server.Acknowledge(1, packet => packet.Tcp.AcknowledgmentNumber += 100);
        Assert.True(server.Answers[1].Has(TcpFlags.Rst));
        Assert.Equal(1, server.Host.Tcp.Statistics.SynCookiesFailed);
    }

    [Fact]
    public void Without_room_to_be_accepted_in_a_cookie_is_dropped_and_holds_for_another_try()
    {
        var server = new FloodedListener("10.0.0.1", backlog: 0);
        server.Syn(1);
        server.Syn(2);
        server.Acknowledge(1);
        TcpHeader cookie = server.Answers[2];
        server.Acknowledge(2);
        Assert.Equal(DropReason.ListenQueueFull, server.Host.Drops[^1]);
        Assert.Equal(1, server.Listener.Waiting);
        Assert.NotNull(server.Listener.TryAccept());
        server.Answers[2] = cookie;
        server.Acknowledge(2);
        Assert.Equal(2, server.Listener.TryAccept()!.Remote.Port);
    }

    [Fact]
    public void Long_after_the_last_cookie_nothing_is_taken_for_one()
    {
        var server = new FloodedListener("10.0.0.1", backlog: 0);
        server.Syn(1);
        server.Syn(2);
        server.Clock.RunFor(121_000);
        server.Acknowledge(2);
        Assert.True(server.Answers[2].Has(TcpFlags.Rst));
        Assert.Equal(0, server.Host.Tcp.Statistics.SynCookiesFailed);
    }

    private static Action<Packet> Offer(bool timestamps) => packet =>
    {
        ref TcpOptions options = ref packet.Tcp.Options;
        packet.Tcp.Flags |= TcpFlags.Ece | TcpFlags.Cwr;
        options.MaximumSegmentSize = 1460;
        options.SackPermitted = true;
        options.HasWindowScale = true;
        options.WindowScale = 9;
        options.HasTimestamps = timestamps;
        options.TimestampValue = 1;
    };
}
