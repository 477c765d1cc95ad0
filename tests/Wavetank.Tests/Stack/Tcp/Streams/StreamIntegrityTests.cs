using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Streams;

public sealed class StreamIntegrityTests
{
    [Fact]
    public void Bytes_pass_both_ways_and_both_ends_close_cleanly()
    {
        var pair = new TcpPair();
        (TcpConnection client, TcpConnection server) = pair.Establish();
        var up = new StreamTransfer(client, server, 1_000_000);
        var down = new StreamTransfer(server, client, 500_000);
        up.Start();
        down.Start();
        pair.Clock.RunToEnd();

        Assert.True(up is { IsIntact: true, Ended: true, ReadSoFar: 1_000_000 }, $"up: {up.ReadSoFar}");
        Assert.True(down is { IsIntact: true, Ended: true, ReadSoFar: 500_000 }, $"down: {down.ReadSoFar}");
        Assert.Equal(0, client.Statistics.SegmentsRetransmitted);
        pair.Clock.RunFor(61_000);
        Assert.Equal(TcpState.Closed, client.State);
        Assert.Equal(TcpState.Closed, server.State);
        Assert.Empty(pair.Client.Tcp.Connections);
        Assert.Empty(pair.Server.Tcp.Connections);
        Assert.Equal(0, pair.Pool.Rented);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_stream_survives_loss_duplicates_and_reordering(int seed)
    {
        TcpPair pair = PairOf(seed);
        pair.Both(pipe =>
        {
            pipe.Loss = seed % 4 * 0.02;
            pipe.Duplicate = seed % 3 * 0.02;
            pipe.Reorder = seed % 5 * 0.05;
            pipe.DelayMilliseconds = 1 + (seed % 7 * 10);
        });
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.Timestamps = seed % 2 == 0);
        long length = 1000 + (seed * 37_777L);
        var up = new StreamTransfer(client, server, length);
        var down = new StreamTransfer(server, client, length / 2);
        up.Start();
        down.Start();
        pair.Clock.RunToEnd();

        Assert.True(up.IsIntact && up.Ended && up.ReadSoFar == length, $"up {up.ReadSoFar} of {length} {client.State} {server.State}");
        Assert.True(down.IsIntact && down.Ended && down.ReadSoFar == length / 2, $"down {down.ReadSoFar}");
        pair.Clock.RunFor(200_000);
        Assert.Empty(pair.Client.Tcp.Connections);
        Assert.Empty(pair.Server.Tcp.Connections);
        Assert.Equal(0, pair.Pool.Rented);
    }

    [Theory]
    [MemberData(nameof(ManySeeds))]
    public void Any_mix_of_settings_sizes_and_faults_ends_cleanly(int seed)
    {
        var random = new RandomStream((ulong)seed, "mix");
        TcpPair pair = PairOf(seed);
        pair.Client.Mtu = 576 + (int)random.NextInt64(9000);
        pair.Server.Mtu = 576 + (int)random.NextInt64(9000);
        pair.Both(pipe =>
        {
            pipe.Loss = random.NextDouble() * 0.1;
            pipe.Duplicate = random.NextDouble() * 0.05;
            pipe.Reorder = random.NextDouble() * 0.2;
            pipe.ReorderMilliseconds = random.NextExponential() * 30;
            pipe.DelayMilliseconds = random.NextExponential() * 20;
            pipe.Rate = random.NextBoolean(0.5) ? 100_000 + random.NextInt64(50_000_000) : 0;
            pipe.QueueLimit = 5 + (int)random.NextInt64(100);
        });
        string[] names = [.. CongestionControlTable.Rows.Select(row => row.Name)];
        (TcpConnection client, TcpConnection server) = pair.Establish(settings =>
        {
            settings.Sack = random.NextBoolean(0.7);
            settings.Timestamps = random.NextBoolean(0.7);
            settings.WindowScaling = random.NextBoolean(0.7);
            settings.NoDelay = random.NextBoolean(0.5);
            settings.Pacing = random.NextBoolean(0.3);
            settings.Ecn = (EcnMode)random.NextInt64(3);
            settings.ReceiveBufferSize = random.NextBoolean(0.5) ? 200 + (int)random.NextInt64(30_000) : 0;
            settings.SendBufferSize = random.NextBoolean(0.5) ? 100 + (int)random.NextInt64(30_000) : 0;
            settings.CongestionControl = names[random.NextInt64(names.Length)];
        });
        long up = random.NextInt64(200_000);
        long down = random.NextInt64(200_000);
        var there = new StreamTransfer(client, server, up);
        var back = new StreamTransfer(server, client, down);
        there.Start();
        back.Start();
        bool aborts = random.NextBoolean(0.2);
        if (aborts)
        {
            pair.Clock.RunFor(random.NextExponential() * 300);
            client.Abort();
        }

        pair.Clock.RunToEnd();
        Assert.True(there.IsIntact && back.IsIntact);
        if (!aborts)
        {
            Assert.True(there.Ended && there.ReadSoFar == up, $"up {there.ReadSoFar} of {up}, {client.State} {server.State} at {pair.Clock.Now / 1e9} s");
            Assert.True(back.Ended && back.ReadSoFar == down, $"down {back.ReadSoFar} of {down}");
        }

        pair.Clock.RunFor(300_000);
        Assert.DoesNotContain(pair.Client.Tcp.Connections, connection => connection.State != TcpState.Established || !aborts);
        Assert.Equal(0, pair.Pool.Rented);
    }

    [Theory]
    [MemberData(nameof(StressSeeds))]
    public void A_stream_survives_delays_of_a_second_beside_loss_and_duplicates(int seed)
    {
        const int Length = 300_000;
        var pair = new TcpPair((ulong)seed);
        pair.Both(pipe => (pipe.Loss, pipe.Late, pipe.Duplicate) = (0.05, 0.2, 0.05));
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.Sack = seed % 4 != 0);
        var transfer = new StreamTransfer(client, server, Length);
        transfer.Start();
        pair.Clock.RunToEnd();

        Assert.True(transfer.IsIntact && transfer.Ended && transfer.ReadSoFar == Length, $"{transfer.ReadSoFar} of {Length}, {client.State} {server.State}");
        Assert.True(client.Statistics.SegmentsRetransmitted > 0);
        pair.Clock.RunFor(1_000_000);
        Assert.Equal(0, pair.Pool.Rented);
    }

    [Fact]
    public void Where_no_pure_acknowledgment_of_the_client_arrives_its_data_opens_the_connection()
    {
        var pair = new TcpPair();
        pair.Forward.Loses = packet => packet.PayloadLength == 0 && (packet.Tcp.Flags & (TcpFlags.Syn | TcpFlags.Fin)) == 0;
        pair.Listen();
        TcpConnection client = pair.Connect();
        pair.Clock.RunFor(1000);
        Assert.Equal(TcpState.Established, client.State);
        Assert.False(pair.Listener.Readable);

        Assert.Equal(5, client.Send("hello"u8));
        pair.Clock.RunFor(20);
        Assert.Equal(5, pair.Listener.TryAccept()!.Available);
    }

    public static TheoryData<int> StressSeeds() => [.. Enumerable.Range(0, 40)];

    /// <summary>With two seeds of three, the sequence numbers of both ends pass the end of a half of the circle.</summary>
    private static TcpPair PairOf(int seed)
    {
        var pair = new TcpPair((ulong)seed);
        return seed % 3 == 0 ? pair : pair.StartNearTheEnd(new RandomStream((ulong)seed, "start"), seed % 3 == 1 ? 100_000 : 3_000);
    }

    public static TheoryData<int> ManySeeds() => [.. Enumerable.Range(1000, 150)];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(0, 60)];
}
