using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Streams;

/// <summary>Segments with any flags, numbers and options, in every state, and user calls at any time: nothing throws, nothing is kept.</summary>
public sealed class FuzzTests
{
    private static readonly Address[] Us = [Address.Parse("10.0.0.1"), Address.Parse("fd00::1")];
    private static readonly Address[] Them = [Address.Parse("10.0.0.2"), Address.Parse("fd00::2")];

    /// <summary>Even seeds are IPv4, odd ones IPv6. Those at the end once failed: an end that was shut in SYN-RECEIVED sent before its SYN was acknowledged.</summary>
    public static TheoryData<int> Seeds() => Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1"
        ? [.. Enumerable.Range(0, 2000)]
        : [.. Enumerable.Range(0, 100), 158, 852, 886];

    // Proves RFC 9293 §3.1, §3.3.1, §3.10.7.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_segment_in_any_state_is_survived(int seed)
    {
        var random = new RandomStream((ulong)seed, "fuzz");
        var clock = new TestClock();
        var pool = new PacketPool();
        var host = new TestHost(clock, pool, Us[seed % 2].ToString(), (ulong)seed);
        TcpHeader last = default;
        host.OnSend = packet =>
        {
            last = packet.Tcp;
            packet.Release();
        };
        host.Ports.TryBind(Any(seed), 80, false, out PortBinding? binding);
        TcpListenQueue listener = host.Tcp.Listen(binding!, 5, new TcpSettings(), null);
        var open = new List<TcpConnection>();
        byte[] buffer = new byte[5000];
        for (int step = 0; step < 400; step++)
        {
            if (random.NextBoolean(0.03))
            {
                var settings = new TcpSettings { NoDelay = random.NextBoolean(0.5), KeepAlive = random.NextBoolean(0.5), Ecn = EcnMode.Request };
                if (host.Tcp.Connect(null, new TransportAddress(Them[seed % 2], (ushort)(4000 + random.NextInt64(3))), settings, new TestUser(), out _) is { } made)
                {
                    open.Add(made);
                }
            }

            if (listener.TryAccept() is { } accepted)
            {
                open.Add(accepted);
            }

            if (open.Count > 0 && random.NextBoolean(0.3))
            {
                TcpConnection connection = open[(int)random.NextInt64(open.Count)];
                Use(connection, (int)random.NextInt64(12), buffer);
            }

            host.Tcp.Receive(MakeSegment(pool, random, in last, seed % 2));
            clock.RunFor(random.NextBoolean(0.1) ? random.NextExponential() * 3000 : random.NextExponential() * 5);
        }

        foreach (TcpConnection connection in open)
        {
            connection.Close();
        }

        listener.Close();
        clock.RunFor(1e7);
        Assert.Empty(host.Tcp.Connections);
        Assert.Equal(0, pool.Rented);
        Assert.True(host.Tcp.Invariants!.Checked > 0);
    }

    private static Address Any(int seed) => seed % 2 == 0 ? Address.IPv4Any : Address.IPv6Any;

    private static void Use(TcpConnection connection, int what, byte[] buffer)
    {
        switch (what)
        {
            case < 6 when connection.CanSend:
                connection.Send(buffer.AsSpan(0, 1 + (what * 900)));
                break;
            case 6 or 7 or 8:
                connection.Receive(buffer);
                break;
            case 9:
                connection.ShutdownSend();
                break;
            case 10:
                connection.ShutdownReceive();
                break;
            case 11 when connection.User is not null:
                connection.Close();
                break;
            default:
                break;
        }
    }

    /// <summary>Mostly a plausible answer to what was sent last, with something wrong in it.</summary>
    private static Packet MakeSegment(PacketPool pool, RandomStream random, in TcpHeader last, int family)
    {
        Packet packet = pool.Rent();
        packet.Source = Them[family];
        packet.Destination = Us[family];
        packet.Protocol = IpProtocol.Tcp;
        packet.TimeToLive = 64;
        packet.TrafficClass = (byte)random.NextInt64(4);
        ref TcpHeader tcp = ref packet.Tcp;
        bool toLast = random.NextBoolean(0.85) && last.SourcePort != 0;
        tcp.SourcePort = toLast ? last.DestinationPort : (ushort)(4000 + random.NextInt64(3));
        tcp.DestinationPort = toLast ? last.SourcePort : (ushort)80;
        tcp.Flags = (TcpFlags)random.NextInt64(256);
        if (random.NextBoolean(0.8))
        {
            tcp.Flags = TcpFlags.Ack | (random.NextBoolean(0.05) ? TcpFlags.Fin : 0) | (random.NextBoolean(0.15) ? TcpFlags.Syn : 0);
        }

        tcp.SequenceNumber = last.AcknowledgmentNumber + Around(random);
        tcp.AcknowledgmentNumber = last.SequenceNumber + (random.NextBoolean(0.5) ? 1 : Around(random));
        tcp.Window = (ushort)random.NextUInt64();
        ref TcpOptions options = ref tcp.Options;
        options.MaximumSegmentSize = (ushort)(random.NextBoolean(0.2) ? random.NextUInt64() : 0);
        options.HasWindowScale = random.NextBoolean(0.2);
        options.WindowScale = (byte)random.NextUInt64();
        options.SackPermitted = random.NextBoolean(0.3);
        options.HasTimestamps = random.NextBoolean(0.6);
        options.TimestampValue = (uint)random.NextInt64(100_000);
        options.TimestampEcho = last.Options.TimestampValue - (uint)random.NextInt64(100);
        options.SackCount = (byte)(random.NextBoolean(0.4) ? random.NextInt64(5) : 0);
        for (int i = 0; i < options.SackCount; i++)
        {
            uint left = tcp.AcknowledgmentNumber + Around(random);
            options.SackBlocks[i] = new SackBlock(left, left + Around(random));
        }

        int length = random.NextBoolean(0.5) ? (int)random.NextInt64(3000) : 0;
        if (length > 0)
        {
            packet.CarryCopy(new byte[length]);
        }

        packet.Seal();
        return packet;
    }

    private static uint Around(RandomStream random) => random.NextInt64(6) switch
    {
        0 or 1 => 0,
        2 or 3 => (uint)random.NextInt64(3000),
        4 => (uint)-random.NextInt64(3000),
        _ => (uint)random.NextUInt64(),
    };
}
