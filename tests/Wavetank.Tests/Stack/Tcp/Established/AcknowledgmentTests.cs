using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Established;

/// <summary>When data is acknowledged, and what window is told.</summary>
public sealed class AcknowledgmentTests
{
    [Fact]
    public void At_the_start_every_segment_is_acknowledged_at_once()
    {
        TcpTrace trace = TcpTrace.Established();
        trace.In("P. 1:101(100) ack 1").Out(". 1:1(0) ack 101");
        trace.In("P. 101:201(100) ack 1").Out(". 1:1(0) ack 201");
    }

    // Proves RFC 9293 SHLD-18, MUST-40.
    [Fact]
    public void Later_a_lone_segment_waits_forty_milliseconds()
    {
        (TcpTrace trace, int next) = PastQuickAcks();
        trace.In($"P. {next}:{next + 100}(100) ack 1").Silence().Mark().Wait(100).OutAt(40, $". 1:1(0) ack {next + 100}").Silence();
    }

    // Proves RFC 9293 SHLD-19, MUST-58; RFC 5681 §4.2.
    [Fact]
    public void Every_second_full_segment_is_acknowledged()
    {
        (TcpTrace trace, int next) = PastQuickAcks();
        trace.In($". {next}:{next + 1000}(1000) ack 1").Silence();
        trace.In($". {next + 1000}:{next + 2000}(1000) ack 1").Out($". 1:1(0) ack {next + 2000}").Silence();
    }

    // Proves RFC 9293 SHLD-31, MAY-13, MUST-59; RFC 5681 §4.2.
    [Fact]
    public void A_hole_is_acknowledged_at_once_and_so_is_what_fills_it()
    {
        (TcpTrace trace, int next) = PastQuickAcks();
        trace.In($". {next + 1000}:{next + 2000}(1000) ack 1").Out($". 1:1(0) ack {next}");
        trace.In($". {next}:{next + 1000}(1000) ack 1").Out($". 1:1(0) ack {next + 2000}").Silence();
    }

    [Fact]
    public void An_answer_carries_the_acknowledgment()
    {
        (TcpTrace trace, int next) = PastQuickAcks();
        trace.In($"P. {next}:{next + 100}(100) ack 1").Silence();
        trace.Send(50).Out($"P. 1:51(50) ack {next + 100}").Wait(100).Silence();
    }

    // Proves RFC 9293 SHLD-14.
    [Fact]
    public void The_window_shrinks_with_what_nobody_reads_and_never_moves_its_edge_back()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.ReceiveBufferSize = 10_000);

        // Without scaling whole segments are offered, and nothing where less than a segment is free, as on Linux.
        trace.In(". 1:1001(1000) ack 1").Out(". 1:1(0) ack 1001 win 8000");
        trace.In(". 1001:7001(6000) ack 1").Out(". 1:1(0) ack 7001 win 2920");
        trace.In(". 7001:9001(2000) ack 1").Out(". 1:1(0) ack 9001 win 920");
    }

    // Proves RFC 9293 MUST-39.
    [Fact]
    public void A_reader_that_empties_a_full_buffer_has_the_window_told()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.ReceiveBufferSize = 10_000);
        trace.In(". 1:5001(5000) ack 1").In(". 5001:9001(4000) ack 1");
        trace.Skip();
        Assert.Equal(500, trace.Read(500));
        trace.Silence();
        trace.Read();
        trace.Out(". 1:1(0) ack 9001 win 7300").Silence();
    }

    // Proves RFC 9293 REC-1; RFC 7323 §2.
    [Fact]
    public void The_receive_buffer_grows_with_the_speed_of_the_connection()
    {
        var pair = new TcpPair();
        pair.Both(pipe => pipe.DelayMilliseconds = 50);
        (TcpConnection client, TcpConnection server) = pair.Establish();
        var transfer = new StreamTransfer(client, server, 50_000_000);
        transfer.Start();
        pair.Clock.RunToEnd();
        Assert.True(transfer.Ended && transfer.IsIntact);

        // Fifty megabytes at 100 ms: a fixed 64 KiB window would take 76 s.
        Assert.InRange(pair.Clock.Now / 1e9, 1, 6);
    }

    // Proves RFC 9293 MAY-8.
    [Fact]
    public void The_window_stays_closed_for_as_long_as_nobody_reads()
    {
        TcpTrace trace = TcpTrace.Established(settings => settings.ReceiveBufferSize = 1000);
        trace.In("P. 1:1001(1000) ack 1").Out(". 1:1(0) ack 1001 win 0").Wait(3_600_000).Silence();
        trace.In(". 1000 ack 1").Out(". 1:1(0) ack 1001 win 0").InState(TcpState.Established);
    }

    private static (TcpTrace Trace, int Next) PastQuickAcks()
    {
        TcpTrace trace = TcpTrace.Established();
        int next = 1;
        for (int i = 0; i < 40; i++)
        {
            trace.In($". {next}:{next + 1000}(1000) ack 1").Wait(1);
            next += 1000;
            trace.Read();
        }

        trace.Wait(60);
        trace.Skip();
        return (trace, next);
    }
}
