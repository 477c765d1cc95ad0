using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    private EndPoint? _remote;
    private bool _blocking = true;
    private bool _isBound;
    private bool _isConnected;
    private bool _isDisconnected;
    private bool _connectsInBackground;

    /// <summary>Always true: simulated hosts speak IPv4.</summary>
    public static bool OSSupportsIPv4 => true;

    /// <summary>Always true: simulated hosts have an IPv6 loopback at least.</summary>
    public static bool OSSupportsIPv6 => true;

    /// <summary>Always false: there are no Unix domain sockets here.</summary>
    public static bool OSSupportsUnixDomainSockets => false;

    /// <summary>As given to the constructor.</summary>
    public AddressFamily AddressFamily { get; }

    /// <summary>As given to the constructor.</summary>
    public SocketType SocketType { get; }

    /// <summary>As given to the constructor.</summary>
    public ProtocolType ProtocolType { get; }

    /// <summary>Bytes that can be read at once; on a datagram socket, those of the next datagram.</summary>
    /// <exception cref="SocketException">The socket listens.</exception>
    public int Available
    {
        get
        {
            Enter();
            return Transport.IsListening ? throw new SocketException((int)SocketError.InvalidArgument) : Transport.Available;
        }
    }

    /// <summary>The local end, or null before there is one.</summary>
    public EndPoint? LocalEndPoint
    {
        get
        {
            Enter();
            NoticeBackgroundConnect();
            return _isBound && Transport.Local is { } local ? EndPoints.ToEndPoint(local, AddressFamily) : null;
        }
    }

    /// <summary>The peer, or null before there is one.</summary>
    public EndPoint? RemoteEndPoint
    {
        get
        {
            Enter();
            NoticeBackgroundConnect();
            if (_remote is null && _isConnected && Transport.Remote is { } remote)
            {
                _remote = EndPoints.ToEndPoint(remote, AddressFamily);
            }

            return _remote;
        }
    }

    /// <summary>Whether calls that cannot end at once block, rather than fail with WouldBlock. Default true.</summary>
    public bool Blocking
    {
        get => _blocking;
        set
        {
            Enter();
            _blocking = value;
        }
    }

    /// <summary>Whether it was connected when last used. A peer that went away since shows in the next send or receive only.</summary>
    public bool Connected
    {
        get
        {
            NoticeBackgroundConnect();
            return _isConnected;
        }
    }

    /// <summary>Whether it has a local end.</summary>
    public bool IsBound => _isBound;

    /// <summary>Takes a local address and port.</summary>
    /// <param name="localEP">An address of the host, or Any; port 0 takes a free one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="localEP"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="localEP"/> is not an <see cref="IPEndPoint"/>.</exception>
    /// <exception cref="SocketException">The address is in use (AddressAlreadyInUse) or not the host's (AddressNotAvailable), or the socket is bound (InvalidArgument).</exception>
    public void Bind(EndPoint localEP)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(localEP);
        SocketError error = EndPoints.TryConvert(localEP, AddressFamily, DualModeSetting, out TransportAddress local);
        if (error == SocketError.Success)
        {
            error = Transport.Bind(local);
        }

        ThrowOn(error);
        _isBound = true;
    }

    internal void SetConnected()
    {
        _isConnected = true;
        _isBound = true;
        _isDisconnected = false;
        _connectsInBackground = false;
        _remote = null;
    }

    /// <summary>Follows what an error says of the connection, as the platform does.</summary>
    internal void OnError(SocketError error)
    {
        if (error is not (SocketError.Success or SocketError.WouldBlock or SocketError.TimedOut
            or SocketError.IOPending or SocketError.NoBufferSpaceAvailable))
        {
            SetDisconnected();
        }
    }

    private bool DualModeSetting => Transport.Settings.DualMode;

    private void SetDisconnected()
    {
        if (_isConnected)
        {
            _isConnected = false;
            _isDisconnected = true;
        }
    }

    /// <summary>Reports an error, if it is one.</summary>
    private void ThrowOn(SocketError error)
    {
        if (error != SocketError.Success)
        {
            OnError(error);
            throw new SocketException((int)error);
        }
    }

    /// <summary>Finds out whether a connect on a non-blocking socket has succeeded meanwhile.</summary>
    private void NoticeBackgroundConnect()
    {
        if (_connectsInBackground && Transport.IsWritable)
        {
            _connectsInBackground = false;
            if (Transport.FinishConnect() == SocketError.Success)
            {
                SetConnected();
            }
        }
    }

    /// <summary>A kept operation, or a new one where that is in use.</summary>
    private static T Rent<T>(ref T? kept, Func<Socket, T> create, Socket socket)
        where T : SocketOperation
    {
        if (kept is not { IsIdle: true, Queue: null })
        {
            kept = create(socket);
        }

        return kept;
    }
}
