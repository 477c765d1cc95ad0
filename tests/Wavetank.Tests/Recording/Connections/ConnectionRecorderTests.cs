using Wavetank.Packets;
using Wavetank.Recording.Connections;
using Wavetank.Recording.Drops;

namespace Wavetank.Tests.Recording.Connections;

/// <summary>Segments that a test raises by hand, from client to server.</summary>
public sealed class ConnectionRecorderTests : IDisposable
{
    private readonly TestRun _run = new();
    private readonly ConnectionRecorder _recorder;

    public ConnectionRecorderTests()
    {
        _recorder = new ConnectionRecorder(_run.Events, address => address == Address.Parse("10.0.0.1") ? "client" : "server");
        _run.Events.Subscribe(_recorder);
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_segment_has_its_times_and_relative_numbers()
    {
        Deliver(Segment("", 4_000_000_000, TcpFlags.Syn), 10, 30);
        Deliver(Segment("hello", 4_000_000_001), 40, 60);

        RecordedSegment[] segments = [.. _recorder.Connections.Single().Segments];

        Assert.Equal([0, 1], segments.Select(segment => segment.Sequence));
        Assert.Equal([10, 40], segments.Select(segment => segment.SentAt.Nanoseconds));
        Assert.Equal([30L, 60L], segments.Select(segment => segment.EndedAt!.Value.Nanoseconds));
        Assert.Equal([0, 5], segments.Select(segment => segment.Length));
    }

    [Fact]
    public void Sequence_numbers_go_on_where_the_field_begins_again()
    {
        Deliver(Segment("", uint.MaxValue - 2, TcpFlags.Syn), 0, 1);
        Deliver(Segment("hello", uint.MaxValue - 1), 2, 3);
        Deliver(Segment("again", 3), 4, 5);

        Assert.Equal([0, 1, 6], _recorder.Connections.Single().Segments.Select(segment => segment.Sequence));
    }

    [Fact]
    public void A_lost_segment_is_repaired_when_all_its_bytes_have_come()
    {
        Deliver(Segment("", 0, TcpFlags.Syn), 0, 1);
        Lose(Segment("helloworld", 1), 100);
        Deliver(Segment("hello", 1), 200, 250);
        Deliver(Segment("world", 6), 300, 350);

        DropEntry entry = _recorder.Drops.Entries.Single();
        Assert.Equal((1, 1), (entry.TcpSegments, entry.Repaired));
        Assert.Equal(250, entry.MeanRepair);
        DroppedPacket dropped = _recorder.Drops.Packets.Single();
        Assert.Equal(350, dropped.RepairedAt!.Value.Nanoseconds);
        Assert.Equal((entry, 100), (dropped.Segment!.Value.Drop, dropped.Segment.Value.EndedAt!.Value.Nanoseconds));
        Assert.Equal([false, false, true, true], _recorder.Connections.Single().Segments.Select(segment => segment.IsRetransmission));
    }

    [Fact]
    public void A_lost_segment_whose_bytes_never_come_is_not()
    {
        Deliver(Segment("", 0, TcpFlags.Syn), 0, 1);
        Lose(Segment("hello", 1), 100);
        Deliver(Segment("world", 6), 200, 250);

        DropEntry entry = _recorder.Drops.Entries.Single();
        Assert.Equal((1, 0), (entry.TcpSegments, entry.Repaired));
        Assert.Null(entry.MeanRepair);
        Assert.Null(_recorder.Drops.Packets.Single().RepairedAt);
    }

    [Fact]
    public void What_has_come_already_needs_no_repair()
    {
        Deliver(Segment("", 0, TcpFlags.Syn), 0, 1);
        Answer(acknowledgment: 1, 2, 3);
        Deliver(Segment("hello", 1), 4, 5);
        Answer(acknowledgment: 6, 6, 7);
        Lose(Segment("hello", 1), 100);

        DropEntry entry = _recorder.Drops.Entries.Single();
        Assert.Equal((1, 0), (entry.Packets, entry.TcpSegments));
    }

    [Fact]
    public void An_answer_belongs_to_the_connection_and_acknowledges_in_its_numbers()
    {
        Deliver(Segment("", 1000, TcpFlags.Syn), 0, 1);
        Answer(acknowledgment: 1001, 2, 3);

        RecordedConnection connection = _recorder.Connections.Single();
        Assert.Equal(1000u, connection.OpenersInitialSequence);
        Assert.Equal(7000u, connection.PeersInitialSequence);
        RecordedSegment answer = connection.Segments.Last();
        Assert.False(answer.FromOpener);
        Assert.Equal((0, 1), (answer.Sequence, answer.Acknowledgment!.Value));
    }

    [Fact]
    public void The_same_ports_with_another_initial_sequence_number_are_another_connection()
    {
        Deliver(Segment("", 1000, TcpFlags.Syn), 0, 1);
        Deliver(Segment("", 1000, TcpFlags.Syn), 2, 3);
        Deliver(Segment("", 5000, TcpFlags.Syn), 4, 5);

        Assert.Equal([2, 1], _recorder.Connections.Select(connection => connection.Total));
    }

    [Fact]
    public void Of_a_long_connection_the_first_the_last_and_the_lost_are_kept()
    {
        Deliver(Segment("", 0, TcpFlags.Syn), 0, 1);
        for (uint i = 0; i < 20_000; i++)
        {
            Packet segment = Segment("hello", 1 + (i * 5));
            if (i % 1000 == 700)
            {
                Lose(segment, 10 + (i * 10));
            }
            else
            {
                Deliver(segment, 10 + (i * 10), 15 + (i * 10));
            }
        }

        RecordedConnection connection = _recorder.Connections.Single();
        RecordedSegment[] segments = [.. connection.Segments];
        Assert.Equal(20_001, connection.Total);
        Assert.Equal(500 + 20 + 250, segments.Length);
        Assert.Equal(20, segments.Count(segment => segment.Drop is not null));
        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.True(pair.First.Number < pair.Second.Number));
        Assert.Equal(20_001, segments[^1].Number);
    }

    private void Answer(uint acknowledgment, long sent, long delivered)
    {
        Packet packet = _run.Tcp("", sequence: 7000);
        (packet.Source, packet.Destination) = (packet.Destination, packet.Source);
        (packet.Tcp.SourcePort, packet.Tcp.DestinationPort) = (packet.Tcp.DestinationPort, packet.Tcp.SourcePort);
        packet.Tcp.AcknowledgmentNumber = acknowledgment;
        packet.Seal();
        _run.At(sent).Raise(PacketEventKind.Sent, _run.Backward, packet);
        _run.At(delivered).Raise(PacketEventKind.Delivered, _run.Client, packet);
    }

    private Packet Segment(string payload, uint sequence, TcpFlags flags = TcpFlags.Ack)
    {
        Packet packet = _run.Tcp(payload, sequence);
        packet.Tcp.Flags = flags;
        packet.Seal();
        return packet;
    }

    private void Deliver(Packet packet, long sent, long delivered)
    {
        _run.At(sent).Raise(PacketEventKind.Sent, _run.Forward, packet);
        _run.At(delivered).Raise(PacketEventKind.Arrived, _run.Forward, packet).Raise(PacketEventKind.Delivered, _run.Server, packet);
    }

    private void Lose(Packet packet, long time) =>
        _run.At(time).Raise(PacketEventKind.Sent, _run.Forward, packet).Raise(PacketEventKind.Dropped, _run.Forward, packet, DropReason.LinkLoss);
}
