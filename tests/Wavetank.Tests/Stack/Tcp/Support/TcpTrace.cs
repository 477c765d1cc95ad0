using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;

namespace Wavetank.Tests.Stack.Tcp.Support;

/// <summary>
/// One end of TCP, held against a written trace: <see cref="In"/> gives it a segment, <see cref="Out"/> says what it must have sent,
/// each with sequence numbers counted from the initial ones. Both ends start near the end of the circle, the peer at <see cref="PeerIss"/>.
/// </summary>
internal sealed partial class TcpTrace
{
    public const uint PeerIss = 0xFFFF_FF00;
    private const uint OurIss = 0xFFFF_FF80;
    private const ushort PeerPort = 4000;
    private readonly Queue<(string Short, string Full, string Window, long Time)> _sent = new();
    private uint _iss;
    private bool _issKnown;
    private uint _lastTimestamp;

    public TcpTrace(Action<TcpSettings>? configure = null, int mtu = 1500)
    {
        Settings = new TcpSettings { Timestamps = false, Sack = false };
        configure?.Invoke(Settings);
        Host = new TestHost(Clock, Pool, "10.0.0.1") { Mtu = mtu };
        Host.OnSend = Note;
        Host.Tcp.InitialSequence = OurIss;
    }

    public TestClock Clock { get; } = new();

    public PacketPool Pool { get; } = new();

    public TestHost Host { get; }

    public TcpSettings Settings { get; }

    public TestUser User { get; } = new();

    public TcpConnection Connection { get; set; } = null!;

    public TcpListenQueue Listener { get; private set; } = null!;

    /// <summary>What the peer's timestamps say; the last TSval of ours is echoed unless set.</summary>
    public uint PeerTimestamp { get; set; } = 1000;

    public uint? Echo { get; set; }

    /// <summary>Traffic class of the segments that go in; without CWR they keep it.</summary>
    public byte NextTrafficClass { get; set; }

    /// <summary>Traffic class of the last segment that it sent.</summary>
    public byte LastTrafficClass { get; private set; }

    /// <summary>How many of the segments that are not taken yet look like this.</summary>
    public int CountOf(Func<string, bool> predicate) => _sent.Count(entry => predicate(entry.Short));

    public TransportAddress Local { get; private set; }

    public TransportAddress Remote { get; } = new(Address.Parse("10.0.0.2"), PeerPort);

    [GeneratedRegex(@"^(?<flags>[SFPREW.]+) (?<start>\d+)(:(?<end>\d+)\((?<length>\d+)\))?( ack (?<ack>\d+))?( win (?<win>\d+))?( <(?<options>[^>]*)>)?$")]
    private static partial Regex Segment { get; }

    /// <summary>Starts an active open.</summary>
    public TcpTrace Connect()
    {
        Connection = Host.Tcp.Connect(null, Remote, Settings, User, out SocketError error)!;
        Assert.Equal(SocketError.Success, error);
        Local = Connection.Local;
        return this;
    }

    public TcpTrace Listen(int backlog = 10)
    {
        Assert.Equal(SocketError.Success, Host.Ports.TryBind(Address.IPv4Any, 80, false, out PortBinding? binding));
        Listener = Host.Tcp.Listen(binding!, backlog, Settings, null);
        Local = new TransportAddress(Host.Address, 80);
        return this;
    }

    /// <summary>A connection in ESTABLISHED, opened actively, with nothing to be expected.</summary>
    public static TcpTrace Established(Action<TcpSettings>? configure = null, string options = "mss 1000", int window = 65535, int mtu = 1500)
    {
        TcpTrace trace = new TcpTrace(configure, mtu).Connect();
        trace.Skip();
        trace.Clock.RunFor(10);
        trace.In($"S. 0 ack 1 win {window} <{options}>");
        trace.Skip();
        Assert.Equal(TcpState.Established, trace.Connection.State);
        return trace;
    }

    /// <summary>Gives it a segment, such as <c>P. 1:101(100) ack 1 win 1000</c>.</summary>
    public TcpTrace In(string text)
    {
        Match match = Segment.Match(text);
        Assert.True(match.Success, $"cannot read '{text}'");
        Packet packet = Pool.Rent();
        packet.Source = Remote.Address;
        packet.Destination = Local.Address;
        packet.Protocol = IpProtocol.Tcp;
        packet.TimeToLive = 64;
        packet.TrafficClass = match.Groups["flags"].Value.Contains('W', StringComparison.Ordinal) ? (byte)2 : NextTrafficClass;
        packet.Tcp.SourcePort = Remote.Port;
        packet.Tcp.DestinationPort = Local.Port;
        packet.Tcp.Flags = FlagsOf(match.Groups["flags"].Value);
        packet.Tcp.SequenceNumber = PeerIss + Number(match, "start");
        packet.Tcp.Window = match.Groups["win"].Success ? (ushort)Number(match, "win") : ushort.MaxValue;
        if (match.Groups["ack"].Success)
        {
            packet.Tcp.AcknowledgmentNumber = _iss + Number(match, "ack");
        }

        if (Connection is { } connection && connection.GetInfo().State != TcpState.Closed && UsesTimestamps && (packet.Tcp.Flags & TcpFlags.Syn) == 0)
        {
            packet.Tcp.Options.HasTimestamps = true;
            packet.Tcp.Options.TimestampValue = PeerTimestamp;
            packet.Tcp.Options.TimestampEcho = Echo ?? _lastTimestamp;
        }

        ReadOptions(match.Groups["options"].Value, ref packet.Tcp.Options);
        if (match.Groups["length"].Success && Number(match, "length") > 0)
        {
            byte[] bytes = new byte[Number(match, "length")];
            uint start = Number(match, "start");
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = ByteAt(start + (uint)i);
            }

            packet.CarryCopy(bytes);
        }

        packet.Seal();
        Host.Tcp.Receive(packet);
        if (Listener is { } listener)
        {
            Connection ??= Host.Tcp.Connections.FirstOrDefault()!;
        }

        return this;
    }

    /// <summary>Whether segments into it carry timestamps: set once a SYN with TS went in.</summary>
    public bool UsesTimestamps { get; set; }

    /// <summary>The byte that the peer's stream has at a (relative) sequence number.</summary>
    public static byte ByteAt(uint sequence) => (byte)(sequence * 7);

    /// <summary>The next segment that it sent must be this; options and window are compared where the text has them.</summary>
    public TcpTrace Out(string expected)
    {
        Assert.True(_sent.Count > 0, $"expected '{expected}', but nothing was sent");
        (string brief, string full, string window, _) = _sent.Dequeue();
        string actual = expected.Contains('<', StringComparison.Ordinal) ? expected.Contains("win", StringComparison.Ordinal) ? full : full.Replace(window, "", StringComparison.Ordinal)
            : expected.Contains("win", StringComparison.Ordinal) ? brief + window : brief;
        Assert.Equal(expected, actual);
        return this;
    }

    /// <summary>The next segment, one that belongs to no connection of ours, so that its own numbers count from zero.</summary>
    public TcpTrace OutRaw(string expected) => Out(expected);

    /// <summary>The next segment must have gone out so many milliseconds after the previous call of <see cref="Mark"/>.</summary>
    public TcpTrace OutAt(double milliseconds, string expected)
    {
        Assert.True(_sent.Count > 0, $"expected '{expected}', but nothing was sent");
        long time = _sent.Peek().Time;
        Out(expected);
        Assert.Equal(milliseconds, (time - _mark) / (double)TestClock.Millisecond, 3);
        return this;
    }

    /// <summary>When the next segment was sent, in milliseconds since <see cref="Mark"/>; null if there is none.</summary>
    public double? NextTime => _sent.Count == 0 ? null : (_sent.Peek().Time - _mark) / (double)TestClock.Millisecond;

    private long _mark;

    /// <summary>Counts the times of <see cref="OutAt"/> from now.</summary>
    public TcpTrace Mark()
    {
        _mark = Clock.Now;
        return this;
    }

    /// <summary>Nothing (more) was sent.</summary>
    public TcpTrace Silence()
    {
        Assert.True(_sent.Count == 0, $"expected silence, but it sent '{(_sent.Count > 0 ? _sent.Peek().Full : "")}'");
        return this;
    }

    /// <summary>Takes the next segment as read.</summary>
    public void Drop() => _sent.Dequeue();

    /// <summary>Takes all that was sent as read.</summary>
    public int Skip()
    {
        int count = _sent.Count;
        _sent.Clear();
        return count;
    }

    public TcpTrace Send(int bytes)
    {
        Assert.Equal(bytes, Connection.Send(new byte[bytes]));
        return this;
    }

    public TcpTrace Wait(double milliseconds)
    {
        Clock.RunFor(milliseconds);
        return this;
    }

    public TcpTrace InState(TcpState state)
    {
        Assert.Equal(state, Connection.State);
        return this;
    }

    public int Read(int most = 1 << 20)
    {
        byte[] buffer = new byte[most];
        return Connection.Receive(buffer);
    }

    private static uint Number(Match match, string group) => uint.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static TcpFlags FlagsOf(string text)
    {
        TcpFlags flags = TcpFlags.None;
        foreach (char letter in text)
        {
            flags |= letter switch
            {
                'S' => TcpFlags.Syn,
                'F' => TcpFlags.Fin,
                'P' => TcpFlags.Psh,
                'R' => TcpFlags.Rst,
                'E' => TcpFlags.Ece,
                'W' => TcpFlags.Cwr,
                _ => TcpFlags.Ack,
            };
        }

        return flags;
    }

    private void ReadOptions(string text, ref TcpOptions options)
    {
        foreach (string option in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = option.Trim().Split(' ');
            switch (words[0])
            {
                case "mss":
                    options.MaximumSegmentSize = ushort.Parse(words[1], CultureInfo.InvariantCulture);
                    break;
                case "wscale":
                    options.HasWindowScale = true;
                    options.WindowScale = byte.Parse(words[1], CultureInfo.InvariantCulture);
                    break;
                case "sackOK":
                    options.SackPermitted = true;
                    break;
                case "TS":
                    options.HasTimestamps = true;
                    options.TimestampValue = PeerTimestamp;
                    options.TimestampEcho = Echo ?? _lastTimestamp;
                    UsesTimestamps = true;
                    break;
                case "sack":
                    foreach (string block in words[1..])
                    {
                        string[] ends = block.Split(':');
                        options.SackBlocks[options.SackCount++] = new SackBlock(
                            _iss + uint.Parse(ends[0], CultureInfo.InvariantCulture), _iss + uint.Parse(ends[1], CultureInfo.InvariantCulture));
                    }

                    break;
                default:
                    Assert.Fail($"unknown option '{option}'");
                    break;
            }
        }
    }

    private void Note(Packet packet)
    {
        if (!_issKnown && packet.Tcp.Has(TcpFlags.Syn))
        {
            _iss = packet.Tcp.SequenceNumber;
            _issKnown = true;
        }

        LastTrafficClass = packet.TrafficClass;
        if (packet.Tcp.Options.HasTimestamps)
        {
            _lastTimestamp = packet.Tcp.Options.TimestampValue;
        }

        uint ackBase = packet.Tcp.Has(TcpFlags.Ack) ? PeerIss : 0;
        string brief = SegmentText.Of(packet, _iss, ackBase, withOptions: false, withWindow: false);
        string full = SegmentText.Of(packet, _iss, ackBase, withOptions: true, withWindow: true);
        _sent.Enqueue((brief, full, $" win {packet.Tcp.Window}", Clock.Now));
        packet.Release();
    }
}
