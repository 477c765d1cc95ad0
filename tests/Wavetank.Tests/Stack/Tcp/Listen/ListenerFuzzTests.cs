using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Listen;

/// <summary>A listener among peers that open, answer, send, reset and talk nonsense, all at once: its queues keep to their limits.</summary>
public sealed class ListenerFuzzTests
{
    private const int Backlog = 8;
    private const int Peers = 30;
    private const int Steps = 3000;

    /// <summary>Even seeds are IPv4, odd ones IPv6.</summary>
    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1" ? 600 : 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mixed_traffic_keeps_the_queues_within_the_backlog_and_leaves_nothing(int seed)
    {
        var random = new RandomStream((ulong)seed, "listener");
        bool v6 = seed % 2 == 1;
        var settings = new TcpSettings { SynCookies = (SynCookieMode)(seed / 2 % 3) };
        var listener = new FloodedListener(v6 ? "fd00::1" : "10.0.0.1", Backlog, v6 ? "fd00::2" : "10.0.0.2", settings);
        var accepted = new List<TcpConnection>();
        byte[] buffer = new byte[4000];
        int taken = 0;
        for (int step = 0; step < Steps; step++)
        {
            Send(listener, random);
            if (random.NextBoolean(0.2) && listener.Listener.TryAccept() is { } connection)
            {
                accepted.Add(connection);
                taken++;
            }

            if (accepted.Count > 0 && random.NextBoolean(0.3))
            {
                Use(accepted, random, buffer);
            }

            listener.Clock.RunFor(random.NextBoolean(0.02) ? random.NextExponential() * 2000 : random.NextExponential() * 3);
            Assert.InRange(listener.Listener.HalfOpen, 0, Backlog + 1);
            Assert.InRange(listener.Listener.Waiting, 0, Backlog + 1);
            int users = accepted.Count(candidate => candidate.State != TcpState.Closed);
            int orphans = listener.Host.Tcp.Connections.Count(candidate => candidate.State is not (TcpState.SynReceived or TcpState.Established or TcpState.CloseWait));
            Assert.InRange(listener.Host.Tcp.Connections.Count(), 0, users + orphans + (2 * (Backlog + 1)));
        }

        Assert.True(taken > 10, $"{taken} connections were accepted, which shows little");
        accepted.ForEach(connection => connection.Close());
        listener.Listener.Close();
        listener.Clock.RunFor(1e7);
        Assert.Empty(listener.Host.Tcp.Connections);
        Assert.Equal(0, listener.Pool.Rented);
        Assert.Equal(0, listener.Host.Ports.Claims);
    }

    private static void Send(FloodedListener listener, RandomStream random)
    {
        ushort port = (ushort)(2000 + random.NextInt64(Peers));
        bool isKnown = listener.Answers.ContainsKey(port);
        switch (random.NextInt64(10))
        {
            case < 3:
                listener.Syn(port, packet => packet.Tcp.SequenceNumber = (uint)random.NextInt64(3));
                break;
            case < 7 when isKnown:
                listener.Acknowledge(port);
                break;
            case 7 when isKnown:
                listener.Acknowledge(port, packet => packet.Tcp.Flags |= random.NextBoolean(0.5) ? TcpFlags.Fin : TcpFlags.Rst);
                break;
            case 8 when isKnown:
                listener.Acknowledge(port, packet => packet.CarryCopy(new byte[1 + random.NextInt64(1400)]));
                break;
            default:
                listener.Syn(port, packet =>
                {
                    packet.Tcp.Flags = (TcpFlags)random.NextInt64(256);
                    packet.Tcp.AcknowledgmentNumber = (uint)random.NextUInt64();
                    packet.Tcp.Window = (ushort)random.NextUInt64();
                });
                break;
        }
    }

    private static void Use(List<TcpConnection> accepted, RandomStream random, byte[] buffer)
    {
        int index = (int)random.NextInt64(accepted.Count);
        TcpConnection connection = accepted[index];
        switch (random.NextInt64(5))
        {
            case 0:
                connection.Close();
                accepted.RemoveAt(index);
                break;
            case 1:
                connection.Abort();
                accepted.RemoveAt(index);
                break;
            case 2 when connection.CanSend:
                connection.Send(buffer.AsSpan(0, 1 + (int)random.NextInt64(buffer.Length)));
                break;
            default:
                connection.Receive(buffer);
                break;
        }
    }
}
