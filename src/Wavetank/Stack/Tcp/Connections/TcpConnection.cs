using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp.Congestion;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Stack.Tcp.Receiving;
using Wavetank.Stack.Tcp.Sending;

namespace Wavetank.Stack.Tcp.Connections;

/// <summary>
/// A TCP connection (RFC 9293), cut in files as the RFC's section 3.10. This file has its variables (§3.3.1).
/// </summary>
/// <remarks>
/// Behaves as Linux where the RFCs leave a choice. It counts the congestion window in segments, as Linux does. It knows no urgent
/// data (RFC 6093 advises against it): the URG bit is ignored and the bytes stay in the stream.
/// </remarks>
internal sealed partial class TcpConnection
{
    /// <summary>Bytes of the object that a segment looks at: nearly all.</summary>
    internal const int BytesOfSegment = 896;

    private readonly TcpLayer _layer;
    private readonly TcpHost _host;

    public TcpConnection(TcpLayer layer, TransportAddress local, TransportAddress remote, TcpSettings settings, int pathMtu)
    {
        _layer = layer;
        _host = layer.Host;
        Local = local;
        Remote = remote;
        Settings = settings;
        _timer = new TcpTimer(this, isBackground: false);
        _sendBuffer = new SendBuffer(_host.Pool);
        _receiveBuffer = new ReceiveBuffer(_host.Pool);
        _rtt = new RttEstimator(settings.MinimumRto.Ticks * TimeSpan.NanosecondsPerTick);
        _rto = RttEstimator.InitialRto;
        PathMtu = pathMtu;
        CongestionControl = CongestionControlTable.Create(settings.CongestionControl ?? layer.DefaultCongestionControl);
    }

    public ITcpUser? User { get; set; }

    // RFC 9293 §3.9.1.1, MUST-45: it never changes.
    public TransportAddress Local { get; }

    public TransportAddress Remote { get; }

    public TcpSettings Settings { get; }

    public TcpState State { get; private set; }

    /// <summary>Why the connection is gone; Success while it is not, and after an orderly end.</summary>
    public SocketError Error { get; private set; }

    public TcpStatistics Statistics { get; } = new();

    /// <summary>The claim on the local port; none on an accepted connection, which shares its listener's.</summary>
    internal PortBinding? Binding { get; set; }

    /// <summary>The listener that made this connection, until it is accepted.</summary>
    internal TcpListenQueue? Listener { get; set; }

    // Neighbours in the layer's list, which is in the order of creation.
    internal TcpConnection? Next { get; set; }

    internal TcpConnection? Previous { get; set; }

    // ---- Send sequence variables, RFC 9293 §3.3.1. SndNxt is the highest ever sent: a timeout does not move it back.
    internal uint SndUna { get; private set; }

    internal uint SndNxt { get; private set; }

    /// <summary>The peer's window in bytes, scaled up.</summary>
    internal uint SndWnd { get; private set; }

    internal uint Iss { get; private set; }

    /// <summary>The sequence number right behind the last byte that the user gave.</summary>
    internal uint WriteSeq { get; private set; }

    private uint _sndWl1;
    private uint _sndWl2;
    private uint _maxSndWnd;
    private byte _sndScale;
    private uint _smallSegmentEnd;

    // ---- Receive sequence variables.
    internal uint RcvNxt { get; private set; }

    internal uint Irs { get; private set; }

    /// <summary>Our window as last advertised, counted from <see cref="_rcvWup"/>.</summary>
    private uint _rcvWnd;

    // RCV.NXT when the window was last advertised: the last acknowledgment sent.
    private uint _rcvWup;
    private byte _rcvScale;

    // ---- The streams.
    private SendBuffer _sendBuffer;
    private ReceiveBuffer _receiveBuffer;
    private SentSegments _sent = new();
    private Reassembly? _reassembly;
    private uint _peerFin;
    private ConnectionFlags _flags;

    // ---- Negotiated.
    private bool _timestamps;
    private bool _windowScaling;
    private bool _sack;
    private ushort _peerMss;
    private uint _tsRecent;
    private long _tsRecentAt;
    private uint _tsOffset;

    // ---- Congestion (RFC 5681), in segments.
    internal CongestionControl CongestionControl { get; }

    internal int Cwnd { get; set; } = TcpDefaults.InitialWindow;

    internal int Ssthresh { get; set; } = int.MaxValue;

    /// <summary>Acknowledged segments counted towards the next step of the window in congestion avoidance.</summary>
    internal int CwndCount { get; set; }

    /// <summary>Payload bytes of a full segment, options taken off.</summary>
    internal int SendMss { get; private set; } = TcpDefaults.DefaultMss;

    internal int PathMtu { get; private set; }

    internal long Now => _host.Now;

    internal ref readonly RttEstimator Rtt => ref _rtt;

    private RttEstimator _rtt;

    private bool Is(ConnectionFlags flag) => (_flags & flag) != 0;

    private void Set(ConnectionFlags flag) => _flags |= flag;

    private void Reset(ConnectionFlags flag) => _flags &= ~flag;
}
