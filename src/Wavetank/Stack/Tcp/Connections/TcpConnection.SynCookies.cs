using Wavetank.Packets;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>SYN cookies (RFC 4987 §3.6): the answer to a SYN that is not remembered, and the connection that its acknowledgment makes.</summary>
internal sealed partial class TcpConnection
{
    /// <summary>Sends the SYN-ACK for a listener that keeps nothing: this object is in no table, and is let go afterwards.</summary>
    internal void AnswerWithCookie(Packet packet)
    {
        _host.Delivered(packet);
        TcpHeader syn = packet.Tcp;
        if (!Settings.Timestamps || !syn.Options.HasTimestamps)
        {
            // Without a timestamp to put them in, the options would be forgotten: the answer must not agree to them.
            syn.Options.HasWindowScale = false;
            syn.Options.SackPermitted = false;
        }

        Set(ConnectionFlags.Passive);
        ChooseInitialSequence(null);
        TakeSyn(in syn);
        StartAt(SynCookie.Make(_layer.CookieKeysOf(Local, Remote), Local.Address.IsIPv4, syn.SequenceNumber, _host.Now, OfferedMss));
        SndNxt = Iss + 1;
        State = TcpState.SynReceived;
        if (_timestamps)
        {
            AcceptEcn(in syn);
            uint clock = TimestampNow - _tsOffset;
            _tsOffset += SynCookie.Encode(clock, _windowScaling, _sndScale, _sack, Is(ConnectionFlags.EcnNegotiated)) - clock;
        }

        SendSynSegment();
    }

    /// <summary>Becomes, from the last acknowledgment of a handshake, what it would be had it been there since the SYN.</summary>
    /// <param name="packet">The acknowledgment.</param>
    /// <param name="mss">The peer's segment size, as the cookie says.</param>
    /// <returns>False if the echoed timestamp says what this host never agreed to.</returns>
    internal bool TryOpenFromCookie(Packet packet, ushort mss)
    {
        ref readonly TcpHeader segment = ref packet.Tcp;
        ChooseInitialSequence(null);
        bool ecn = false;
        TcpHeader syn = default;
        syn.SequenceNumber = segment.SequenceNumber - 1;
        syn.Window = segment.Window;
        syn.Options.MaximumSegmentSize = mss;
        if (segment.Options.HasTimestamps)
        {
            ref TcpOptions options = ref syn.Options;
            options.HasTimestamps = true;
            options.TimestampValue = segment.Options.TimestampValue;
            SynCookie.Decode(segment.Options.TimestampEcho - _tsOffset, out options.HasWindowScale, out options.WindowScale, out options.SackPermitted, out ecn);
            if (!Settings.Timestamps || (options.HasWindowScale && !Settings.WindowScaling) || (options.SackPermitted && !Settings.Sack))
            {
                return false;
            }
        }

        Set(ConnectionFlags.Passive | (ecn && WantsEcn ? ConnectionFlags.EcnNegotiated : ConnectionFlags.None));
        WasHalfOpen = true;
        TakeSyn(in syn);
        StartAt(segment.AcknowledgmentNumber - 1);
        State = TcpState.SynReceived;

        // The SYN-ACK went out at an unknown time: it counts as sent again, so that only a timestamp gives a round-trip time.
        ref SentSegment entry = ref _sent.Add();
        entry.Sequence = Iss;
        entry.End = Iss + 1;
        entry.Control = TcpFlags.Syn;
        entry.SentAt = _host.Now;
        entry.Marks = SegmentMarks.EverRetransmitted;
        SndNxt = Iss + 1;
        return true;
    }

    private int OfferedMss => _peerMss != 0 ? _peerMss : Local.Address.IsIPv4 ? TcpDefaults.DefaultMss : TcpDefaults.DefaultMssIPv6;
}
