using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>Sends and receives datagrams, shaped like <c>System.Net.Sockets.UdpClient</c>. There is no multicast yet.</summary>
public partial class UdpClient : IDisposable
{
    private readonly AddressFamily _family;
    private Socket _client;
    private bool _disposed;

    /// <summary>Makes a client that is not bound yet.</summary>
    public UdpClient()
        : this(AddressFamily.InterNetwork)
    {
    }

    /// <summary>Makes a client that is not bound yet.</summary>
    /// <param name="family">InterNetwork or InterNetworkV6.</param>
    /// <exception cref="ArgumentException">Another family.</exception>
    public UdpClient(AddressFamily family)
    {
        ThrowIfNotIP(family);
        _family = family;
        _client = MakeSocket();
    }

    /// <summary>Makes a client that is bound to a port at all addresses.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    public UdpClient(int port)
        : this(port, AddressFamily.InterNetwork)
    {
    }

    /// <summary>Makes a client that is bound to a port at all addresses.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="family">InterNetwork or InterNetworkV6.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is not between 0 and 65535.</exception>
    /// <exception cref="SocketException">The port is in use.</exception>
    public UdpClient(int port, AddressFamily family)
    {
        EndPoints.ThrowIfNotPort(port, nameof(port));
        ThrowIfNotIP(family);
        _family = family;
        _client = MakeSocket();
        _client.Bind(new IPEndPoint(AnyAddress, port));
    }

    /// <summary>Makes a client that is bound.</summary>
    /// <param name="localEP">An address of the host, or Any; port 0 takes a free one.</param>
    /// <exception cref="SocketException">The address is in use, or not the host's.</exception>
    public UdpClient(IPEndPoint localEP)
    {
        ArgumentNullException.ThrowIfNull(localEP);
        _family = localEP.AddressFamily;
        _client = MakeSocket();
        _client.Bind(localEP);
    }

    /// <summary>Makes a client and connects it.</summary>
    /// <param name="hostname">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    public UdpClient(string hostname, int port)
    {
        ArgumentNullException.ThrowIfNull(hostname);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        IPAddress address = Dns.GetHostAddresses(hostname)[0];
        _family = address.AddressFamily;
        _client = MakeSocket();
        Connect(address, port);
    }

    /// <summary>The socket behind it; null once the client is closed, as on the platform.</summary>
    public Socket Client
    {
        get => _disposed ? null! : _client;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _client = value;
        }
    }

    /// <summary>Bytes of the next datagram.</summary>
    public int Available => _client.Available;

    /// <inheritdoc cref="Socket.Ttl"/>
    public short Ttl
    {
        get => _client.Ttl;
        set => _client.Ttl = value;
    }

    /// <inheritdoc cref="Socket.DontFragment"/>
    public bool DontFragment
    {
        get => _client.DontFragment;
        set => _client.DontFragment = value;
    }

    /// <inheritdoc cref="Socket.MulticastLoopback"/>
    public bool MulticastLoopback
    {
        get => _client.MulticastLoopback;
        set => _client.MulticastLoopback = value;
    }

    /// <inheritdoc cref="Socket.EnableBroadcast"/>
    public bool EnableBroadcast
    {
        get => _client.EnableBroadcast;
        set => _client.EnableBroadcast = value;
    }

    /// <inheritdoc cref="Socket.ExclusiveAddressUse"/>
    public bool ExclusiveAddressUse
    {
        get => _client.ExclusiveAddressUse;
        set => _client.ExclusiveAddressUse = value;
    }

    /// <summary>Whether it has a peer.</summary>
    protected bool Active { get; set; }

    private IPAddress AnyAddress => _family == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;

    /// <summary>Sets the peer, by name.</summary>
    /// <param name="hostname">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="SocketException">The name is not known, or there is no way to it.</exception>
    public void Connect(string hostname, int port)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(hostname);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        _client.Connect(hostname, port);
        Active = true;
    }

    /// <summary>Sets the peer: where datagrams go and whose are taken.</summary>
    /// <param name="addr">The peer's address.</param>
    /// <param name="port">The peer's port.</param>
    public void Connect(IPAddress addr, int port)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(addr);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        Connect(new IPEndPoint(addr, port));
    }

    /// <summary>Sets the peer: where datagrams go and whose are taken.</summary>
    /// <param name="endPoint">The peer.</param>
    public void Connect(IPEndPoint endPoint)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(endPoint);
        _client.Connect(endPoint);
        Active = true;
    }

    /// <summary>Closes the client.</summary>
    public void Close() => Dispose();

    /// <summary>Closes the client.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the client.</summary>
    /// <param name="disposing">Whether the program asks for it; there is nothing to do when the garbage collector does.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _client.Dispose();
        }
    }

    private static void ThrowIfNotIP(AddressFamily family)
    {
        if (family is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
        {
            throw new ArgumentException($"A UDP client speaks InterNetwork or InterNetworkV6, not {family}.", nameof(family));
        }
    }

    private Socket MakeSocket() => new(_family, SocketType.Dgram, ProtocolType.Udp);
}
