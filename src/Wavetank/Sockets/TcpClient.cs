using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>A TCP connection with its stream, shaped like <c>System.Net.Sockets.TcpClient</c>.</summary>
public partial class TcpClient : IDisposable
{
    private Socket _client;
    private NetworkStream? _stream;
    private bool _disposed;

    /// <summary>Makes a client that speaks IPv6 and IPv4 and is not connected yet.</summary>
    public TcpClient()
        : this(AddressFamily.Unknown)
    {
    }

    /// <summary>Makes a client that is not connected yet.</summary>
    /// <param name="family">InterNetwork, InterNetworkV6, or Unknown for both in one.</param>
    /// <exception cref="ArgumentException">Another family.</exception>
    public TcpClient(AddressFamily family)
    {
        _client = family switch
        {
            AddressFamily.Unknown => new Socket(SocketType.Stream, ProtocolType.Tcp),
            AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 => new Socket(family, SocketType.Stream, ProtocolType.Tcp),
            _ => throw new ArgumentException($"A TCP client speaks InterNetwork or InterNetworkV6, not {family}.", nameof(family)),
        };
    }

    /// <summary>Makes a client with a local end.</summary>
    /// <param name="localEP">An address of the host, or Any; port 0 takes a free one.</param>
    public TcpClient(IPEndPoint localEP)
    {
        ArgumentNullException.ThrowIfNull(localEP);
        _client = new Socket(localEP.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _client.Bind(localEP);
    }

    /// <summary>Makes a client and connects it.</summary>
    /// <param name="hostname">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="SocketException">There is no connection; the error says why.</exception>
    public TcpClient(string hostname, int port)
    {
        ArgumentNullException.ThrowIfNull(hostname);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        _client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            Connect(hostname, port);
        }
        catch
        {
            _client.Dispose();
            throw;
        }
    }

    internal TcpClient(Socket accepted)
    {
        _client = accepted;
        Active = true;
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

    /// <summary>Bytes that can be read at once.</summary>
    public int Available => Client?.Available ?? 0;

    /// <summary>Whether it was connected when last used.</summary>
    public bool Connected => Client?.Connected ?? false;

    /// <inheritdoc cref="Socket.ExclusiveAddressUse"/>
    public bool ExclusiveAddressUse
    {
        get => Client?.ExclusiveAddressUse ?? false;
        set => _client.ExclusiveAddressUse = value;
    }

    /// <inheritdoc cref="Socket.ReceiveBufferSize"/>
    public int ReceiveBufferSize
    {
        get => Client.ReceiveBufferSize;
        set => Client.ReceiveBufferSize = value;
    }

    /// <inheritdoc cref="Socket.SendBufferSize"/>
    public int SendBufferSize
    {
        get => Client.SendBufferSize;
        set => Client.SendBufferSize = value;
    }

    /// <inheritdoc cref="Socket.ReceiveTimeout"/>
    public int ReceiveTimeout
    {
        get => Client.ReceiveTimeout;
        set => Client.ReceiveTimeout = value;
    }

    /// <inheritdoc cref="Socket.SendTimeout"/>
    public int SendTimeout
    {
        get => Client.SendTimeout;
        set => Client.SendTimeout = value;
    }

    /// <inheritdoc cref="Socket.LingerState"/>
    [DisallowNull]
    public LingerOption? LingerState
    {
        get => Client.LingerState;
        set => Client.LingerState = value;
    }

    /// <inheritdoc cref="Socket.NoDelay"/>
    public bool NoDelay
    {
        get => Client.NoDelay;
        set => Client.NoDelay = value;
    }

    /// <summary>Whether a connect has succeeded.</summary>
    protected bool Active { get; set; }

    /// <summary>The connection's stream. Closing it closes the client.</summary>
    /// <exception cref="InvalidOperationException">The client is not connected.</exception>
    /// <exception cref="ObjectDisposedException">The client is closed.</exception>
    public NetworkStream GetStream()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!Connected)
        {
            throw new InvalidOperationException("The client has no stream while it is not connected.");
        }

        return _stream ??= new NetworkStream(_client, ownsSocket: true);
    }

    /// <summary>Closes the connection.</summary>
    public void Close() => Dispose();

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    /// <param name="disposing">Whether the program asks for it; there is nothing to do when the garbage collector does.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
        {
            return;
        }

        _disposed = true;
        if (_stream is not null)
        {
            _stream.Dispose();
        }
        else
        {
            _client.CloseInOrder(-1);
        }
    }
}
