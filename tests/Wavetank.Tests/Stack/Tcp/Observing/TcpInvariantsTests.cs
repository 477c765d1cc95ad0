using Wavetank.Packets;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Observing;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Observing;

/// <summary>Each rule is broken by hand, in a segment or in what the connection knows, and must be named.</summary>
public sealed class TcpInvariantsTests
{
    private readonly TcpInvariants _invariants = new();
    private readonly TcpTrace _trace = TcpTrace.Established();

    private TcpConnection Connection => _trace.Connection;

    [Fact]
    public void An_acknowledged_number_beyond_what_was_sent_is_found()
    {
        Corrupt(nameof(TcpConnection.SndUna), Connection.SndNxt + 1);

        AssertCheckBreaks("SND.UNA <= SND.NXT");
    }

    [Fact]
    public void Received_numbers_that_go_back_are_found()
    {
        Connection.Checked.RcvNxt = Connection.RcvNxt + 1;

        AssertCheckBreaks("RCV.NXT never decreases");
    }

    [Fact]
    public void A_window_whose_edge_moves_left_is_found()
    {
        Connection.Checked.WindowEdge = Connection.RcvNxt + Connection.ReceiveWindow + 1;

        AssertSendBreaks("the window's right edge never moves left", _ => { });
    }

    [Fact]
    public void An_acknowledgment_of_what_did_not_come_is_found() =>
        AssertSendBreaks("an acknowledgment says RCV.NXT", packet => packet.Tcp.AcknowledgmentNumber++);

    [Fact]
    public void A_segment_above_the_MSS_is_found() =>
        AssertSendBreaks("no segment is larger than the MSS", packet => packet.PayloadLength = Connection.SendMss + 1);

    [Fact]
    public void Bytes_that_nobody_wrote_are_found() =>
        AssertSendBreaks("only bytes that were written are sent", packet => packet.PayloadLength = 10);

    [Fact]
    public void A_second_SYN_with_another_number_is_found() =>
        AssertSendBreaks("a SYN has the initial sequence number", packet => packet.Tcp.Flags = TcpFlags.Syn);

    [Fact]
    public void A_SYN_that_is_a_FIN_is_found() => AssertSendBreaks("a SYN carries neither FIN nor RST", packet =>
    {
        packet.Tcp.SequenceNumber = Connection.Iss;
        packet.Tcp.Flags = TcpFlags.Syn | TcpFlags.Fin;
    });

    [Fact]
    public void A_FIN_before_the_last_byte_is_found()
    {
        _trace.Send(500);

        AssertSendBreaks("FIN comes last", packet =>
        {
            packet.Tcp.SequenceNumber = Connection.SndUna;
            packet.Tcp.Flags |= TcpFlags.Fin;
        });
    }

    [Theory]
    [InlineData(TcpFlags.None)]
    [InlineData(TcpFlags.Fin)]
    [InlineData(TcpFlags.Psh)]
    public void A_segment_without_ACK_behind_the_SYN_is_found(TcpFlags flags) =>
        AssertSendBreaks("every segment behind the SYN has ACK", packet => packet.Tcp.Flags = flags);

    [Fact]
    public void A_RST_that_answers_a_RST_is_found()
    {
        var broken = Assert.Throws<InvalidOperationException>(
            () => _invariants.OnReceived(_trace.Host.Tcp, wasReset: true, _trace.Host.Tcp.Statistics.ResetsSent - 1, _trace.Local));

        Assert.Contains("no RST answers a RST", broken.Message, StringComparison.Ordinal);
        _invariants.OnReceived(_trace.Host.Tcp, wasReset: false, _trace.Host.Tcp.Statistics.ResetsSent - 1, _trace.Local);
    }

    [Fact]
    public void A_retransmission_that_comes_sooner_than_the_one_before_is_found()
    {
        _trace.Send(500).Wait(500);
        _invariants.Check(Connection);
        Assert.True(Connection.Checked.Rto > 0, "a timeout was seen");
        Connection.Checked.TimeoutAt = Connection.Now + 1;
        Connection.Statistics.Timeouts++;

        AssertCheckBreaks("gaps between retransmission timeouts do not shrink until new data is acknowledged");
    }

    [Fact]
    public void A_timeout_that_does_not_double_is_found()
    {
        _trace.Send(500).Wait(500);
        _invariants.Check(Connection);
        Connection.Checked.TimeoutAt -= Connection.Rto;
        Connection.Checked.Rto = Connection.Rto + 1;
        Connection.Statistics.Timeouts++;

        AssertCheckBreaks("gaps between retransmission timeouts do not shrink until new data is acknowledged");
    }

    [Fact]
    public void More_sacked_and_lost_than_was_sent_is_found()
    {
        Corrupt(nameof(TcpConnection.SackedOut), 1);

        AssertCheckBreaks("no more is sacked and lost than was sent");
    }

    [Fact]
    public void Data_beyond_the_peers_window_is_found()
    {
        _trace.Send(70_000);
        Corrupt(nameof(TcpConnection.SndWnd), 0u);

        AssertSendBreaks("new data stays within the peer's window", packet => packet.PayloadLength = 1);
    }

    [Fact]
    public void An_acknowledgment_that_nothing_asked_for_is_found()
    {
        Send(_ => { });

        AssertSendBreaks("with no application data only keep-alives and answers move", _ => { });
    }

    [Fact]
    public void Data_that_was_acknowledged_is_not_sent_again_at_rest()
    {
        _trace.Send(500).In(". 1 ack 501");

        AssertSendBreaks("with no application data only keep-alives and answers move", packet =>
        {
            packet.Tcp.SequenceNumber = Connection.SndNxt - 500;
            packet.PayloadLength = 500;
        });
    }

    [Fact]
    public void Keep_alives_and_answers_are_no_breach()
    {
        for (int i = 0; i < 10; i++)
        {
            Send(packet => packet.Tcp.SequenceNumber--);
            _trace.In($"P. {1 + (i * 10)}:{11 + (i * 10)}(10) ack 1");
            _trace.Wait(100);
            Assert.True(_trace.Skip() > 0, "it answers");
        }
    }

    private void AssertCheckBreaks(string rule) =>
        Assert.Contains($"breaks the rule: {rule}.", Assert.Throws<InvalidOperationException>(() => _invariants.Check(Connection)).Message, StringComparison.Ordinal);

    private void AssertSendBreaks(string rule, Action<Packet> disturb) =>
        Assert.Contains($"breaks the rule: {rule}.", Assert.Throws<InvalidOperationException>(() => Send(disturb)).Message, StringComparison.Ordinal);

    /// <summary>What an acknowledgment looks like, disturbed, is shown to the rules.</summary>
    private void Send(Action<Packet> disturb)
    {
        Packet packet = _trace.Pool.Rent();
        packet.Protocol = IpProtocol.Tcp;
        packet.Tcp.Flags = TcpFlags.Ack;
        packet.Tcp.SequenceNumber = Connection.SndNxt;
        packet.Tcp.AcknowledgmentNumber = Connection.RcvNxt;
        disturb(packet);
        try
        {
            _invariants.OnSend(Connection, packet);
        }
        finally
        {
            packet.Release();
        }
    }

    private void Corrupt<T>(string property, T value) => typeof(TcpConnection)
        .GetProperty(property, System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
        .SetValue(Connection, value);
}
