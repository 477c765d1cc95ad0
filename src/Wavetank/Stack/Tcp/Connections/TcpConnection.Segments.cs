using Wavetank.Packets;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>How segments are made: header, options, and the little that follows from sending one.</summary>
internal sealed partial class TcpConnection
{
    private const int TimestampsLength = 12;

    private int HeadersLength => (Local.Address.IsIPv4 ? Packet.IPv4HeaderLength : Packet.IPv6HeaderLength) + TcpHeader.MinimumLength;

    /// <summary>The MSS that our SYN carries (RFC 9293 §3.7.1, MUST-67): what the way to the peer lets through.</summary>
    private int AdvertisedMss
    {
        get
        {
            int mss = Math.Min(PathMtu - HeadersLength, ushort.MaxValue);
            return Math.Max(TcpDefaults.MinimumMss, Settings.MaximumSegmentSize > 0 ? Math.Min(mss, Settings.MaximumSegmentSize) : mss);
        }
    }

    /// <summary>The clock of RFC 7323 §5.4: one tick a millisecond, from an offset of the connection's own.</summary>
    private uint TimestampNow => (uint)(_host.Now / TcpDefaults.Millisecond) + _tsOffset;

    /// <param name="successorOf">Where a connection that this one takes the place of says to start.</param>
    private void ChooseInitialSequence(uint? successorOf)
    {
        uint chosen = _layer.ChooseInitialSequence(Local, Remote, out _tsOffset);
        StartAt(successorOf ?? chosen);
    }

    private void StartAt(uint sequence)
    {
        Iss = sequence;
        SndUna = Iss;
        SndNxt = Iss;
        WriteSeq = Iss + 1;
        _smallSegmentEnd = Iss;
        _sndWl1 = 0;
    }

    /// <summary>Follows from the peer's MSS, the path MTU and the options that go on every segment.</summary>
    private void InitializeMss()
    {
        int peer = _peerMss != 0 ? _peerMss : Local.Address.IsIPv4 ? TcpDefaults.DefaultMss : TcpDefaults.DefaultMssIPv6;

        // RFC 9293 §3.7.1, MUST-16: Eff.snd.MSS = min(SendMSS + 20, MMS_S) - TCPhdrsize - IPoptionsize. A tiny MSS is not believed.
        int mss = Math.Min(Math.Max(peer, TcpDefaults.MinimumMss), AdvertisedMss);
        mss -= _timestamps ? TimestampsLength : 0;
        SendMss = _blackHoleMss > 0 ? Math.Min(mss, _blackHoleMss) : mss;
    }

    /// <summary>The payload that fits a segment now: beside SACK blocks (RFC 9293 §3.7.1), and at most half of the peer's largest window.</summary>
    private int CurrentMss
    {
        get
        {
            int mss = SendMss;
            if (SackCountNow > 0)
            {
                mss -= SackOptionLength;
            }

            // RFC 9293 §3.8.6.2.1: a peer with a tiny window would never take a full segment otherwise.
            uint cutoff = _maxSndWnd > TcpDefaults.DefaultMss ? _maxSndWnd / 2 : _maxSndWnd;
            return cutoff != 0 && mss > cutoff ? (int)Math.Max(cutoff, TcpDefaults.MinimumMss - TimestampsLength) : mss;
        }
    }

    private Packet NewSegment(uint sequence, TcpFlags flags)
    {
        Packet packet = _host.Pool.Rent();
        packet.Source = Local.Address;
        packet.Destination = Remote.Address;
        packet.Protocol = IpProtocol.Tcp;

        // RFC 9293 §3.9.1.9, MUST-48, SHLD-21 and SHLD-22; §3.9.2, MUST-49: what the user has set by now.
        packet.TimeToLive = Settings.Ttl;
        packet.TrafficClass = Settings.TrafficClass;

        // RFC 9293 §3.7.2: path MTU discovery.
        packet.DontFragment = true;
        ref TcpHeader header = ref packet.Tcp;
        header.SourcePort = Local.Port;
        header.DestinationPort = Remote.Port;
        header.SequenceNumber = sequence;
        header.Flags = flags;
        if ((flags & TcpFlags.Ack) != 0)
        {
            header.AcknowledgmentNumber = RcvNxt;
        }

        if ((flags & (TcpFlags.Syn | TcpFlags.Rst)) == 0)
        {
            header.Window = SelectWindow();
        }

        if (_timestamps && (flags & TcpFlags.Syn) == 0)
        {
            // RFC 7323 §3.2: once negotiated, on every segment; also on RSTs, where it does no harm.
            header.Options.HasTimestamps = true;
            header.Options.TimestampValue = TimestampNow;
            header.Options.TimestampEcho = _tsRecent;
        }

        return packet;
    }

    /// <summary>Sends a segment that is complete. All that goes out of a connection goes through here.</summary>
    private void SendSegment(Packet packet)
    {
        Statistics.SegmentsSent++;
        _layer.Statistics.SegmentsSent++;
        if (packet.Tcp.Has(TcpFlags.Ack) && !packet.Tcp.Has(TcpFlags.Rst))
        {
            if (_sackReport is { Count: > 0 } report && !packet.Tcp.Has(TcpFlags.Syn))
            {
                AddSackOption(report, ref packet.Tcp.Options, packet.PayloadLength);
            }

            if (Is(ConnectionFlags.EcnEchoDue) && !packet.Tcp.Has(TcpFlags.Syn))
            {
                packet.Tcp.Flags |= TcpFlags.Ece;
            }

            AckWasSent();
        }

        _layer.Invariants?.OnSend(this, packet);
        _host.Send(packet);
    }

    private void SendSyn()
    {
        ref SentSegment entry = ref _sent.Add();
        entry.Sequence = Iss;
        entry.End = Iss + 1;
        entry.Control = TcpFlags.Syn;
        entry.SentAt = _host.Now;
        SndNxt = Iss + 1;
        SendSynSegment();
        ArmRetransmission();
    }

    private void SendSynSegment()
    {
        bool answers = IsHalfOpen;
        Packet packet = NewSegment(Iss, answers ? TcpFlags.Syn | TcpFlags.Ack : TcpFlags.Syn);
        if (_rcvWup == 0 && _rcvWnd == 0)
        {
            InitializeReceiveWindow();
        }
        else if (answers)
        {
            ChooseFirstWindow();
        }

        // RFC 7323 §2.2: the window in a SYN is never scaled.
        packet.Tcp.Window = (ushort)Math.Min(_rcvWnd, ushort.MaxValue);
        _rcvWup = RcvNxt;
        ref TcpOptions options = ref packet.Tcp.Options;

        // RFC 9293 §3.7.1, MUST-14, SHLD-5 and MAY-3; §3.2, MUST-65: the MSS option is in every SYN, and nowhere else.
        options.MaximumSegmentSize = (ushort)AdvertisedMss;

        // An answer carries an option only where the peer's SYN had it (RFC 7323 §2.2 and §3.2, RFC 2018 §2).
        options.HasWindowScale = answers ? _windowScaling : Settings.WindowScaling;
        options.WindowScale = options.HasWindowScale ? _rcvScale : (byte)0;
        options.SackPermitted = answers ? _sack : Settings.Sack;
        if (answers ? _timestamps : Settings.Timestamps)
        {
            options.HasTimestamps = true;
            options.TimestampValue = TimestampNow;
            options.TimestampEcho = _tsRecent;
        }

        AddEcnToSyn(packet, answers);
        SendSegment(packet);
    }

    private void SendAck() => SendSegment(NewSegment(SndNxt, TcpFlags.Ack));

    private void SendReset(uint sequence)
    {
        Statistics.ResetsSent++;
        _layer.Statistics.ResetsSent++;
        SendSegment(NewSegment(sequence, TcpFlags.Rst | TcpFlags.Ack));
    }
}
