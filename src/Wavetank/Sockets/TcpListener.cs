using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>Listens for TCP connections, shaped like <c>System.Net.Sockets.TcpListener</c>.</summary>
public partial class TcpListener : IDisposable
{
    private readonly IPEndPoint _localEndPoint;
    private Socket? _socket;
    private bool? _exclusiveAddressUse;

    /// <summary>Makes a listener that is not started yet.</summary>
    /// <param name="localEP">Where to listen.</param>
    public TcpListener(IPEndPoint localEP)
    {
        ArgumentNullException.ThrowIfNull(localEP);
        _localEndPoint = localEP;
        _socket = MakeSocket();
    }

    /// <inheritdoc cref="TcpListener(IPEndPoint)"/>
    /// <param name="localaddr">An address of the host, or Any.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is not between 0 and 65535.</exception>
    public TcpListener(IPAddress localaddr, int port)
    {
        ArgumentNullException.ThrowIfNull(localaddr);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        _localEndPoint = new IPEndPoint(localaddr, port);
        _socket = MakeSocket();
    }

    /// <summary>Makes a listener at all IPv4 addresses that is not started yet.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    [Obsolete("Use TcpListener(IPAddress, int), or Create, which listens at IPv6 addresses too.")]
    public TcpListener(int port)
        : this(IPAddress.Any, port)
    {
    }

    /// <summary>The socket that listens.</summary>
    public Socket Server => _socket ??= MakeSocket();

    /// <summary>Where it listens; the port is known once it has started.</summary>
    public EndPoint LocalEndpoint => Active ? _socket!.LocalEndPoint! : _localEndPoint;

    /// <summary>Whether no other socket may take the same address. Default true.</summary>
    /// <exception cref="InvalidOperationException">The listener has started.</exception>
    public bool ExclusiveAddressUse
    {
        get => Server.ExclusiveAddressUse;
        set
        {
            if (Active)
            {
                throw new InvalidOperationException("The address of a started listener cannot be made exclusive or shared; set it before Start.");
            }

            Server.ExclusiveAddressUse = value;
            _exclusiveAddressUse = value;
        }
    }

    /// <summary>Whether it has started.</summary>
    protected bool Active { get; private set; }

    /// <summary>Makes a listener at all addresses of both families.</summary>
    /// <param name="port">The port; 0 takes a free one.</param>
    public static TcpListener Create(int port)
    {
        EndPoints.ThrowIfNotPort(port, nameof(port));
        var listener = new TcpListener(IPAddress.IPv6Any, port);
        listener.Server.DualMode = true;
        return listener;
    }

    /// <summary>Starts with the longest backlog that there is. Starting twice is harmless.</summary>
    /// <exception cref="SocketException">The address is in use, or not the host's.</exception>
    public void Start() => Start(int.MaxValue);

    /// <summary>Starts to listen. Starting twice is harmless.</summary>
    /// <param name="backlog">Connections that may wait to be accepted.</param>
    /// <exception cref="SocketException">The address is in use, or not the host's.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="backlog"/> is negative.</exception>
    public void Start(int backlog)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(backlog);
        if (Active)
        {
            return;
        }

        try
        {
            Server.Bind(_localEndPoint);
            Server.Listen(backlog);
        }
        catch (SocketException)
        {
            Stop();
            throw;
        }

        Active = true;
    }

    /// <summary>Stops to listen. Connections that nobody accepted are reset.</summary>
    public void Stop()
    {
        _socket?.Dispose();
        _socket = null;
        Active = false;
    }

    /// <summary>Stops to listen.</summary>
    public void Dispose()
    {
        Stop();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether a connection can be accepted at once.</summary>
    /// <exception cref="InvalidOperationException">The listener has not started.</exception>
    public bool Pending()
    {
        ThrowIfNotActive();
        return _socket!.Poll(0, SelectMode.SelectRead);
    }

    /// <summary>Takes the next connection, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">The listener has not started, or the call would block an asynchronous program.</exception>
    public Socket AcceptSocket()
    {
        ThrowIfNotActive();
        return _socket!.Accept();
    }

    /// <inheritdoc cref="AcceptSocket"/>
    public TcpClient AcceptTcpClient() => new(AcceptSocket());

    /// <summary>Takes the next connection once it is there.</summary>
    /// <exception cref="InvalidOperationException">The listener has not started.</exception>
    public Task<Socket> AcceptSocketAsync() => AcceptSocketAsync(CancellationToken.None).AsTask();

    /// <inheritdoc cref="AcceptSocketAsync()"/>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<Socket> AcceptSocketAsync(CancellationToken cancellationToken)
    {
        ThrowIfNotActive();
        return _socket!.AcceptAsync(cancellationToken);
    }

    /// <inheritdoc cref="AcceptSocketAsync()"/>
    public Task<TcpClient> AcceptTcpClientAsync() => AcceptTcpClientAsync(CancellationToken.None).AsTask();

    /// <inheritdoc cref="AcceptSocketAsync()"/>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<TcpClient> AcceptTcpClientAsync(CancellationToken cancellationToken)
    {
        return Wrap(AcceptSocketAsync(cancellationToken));

        static async ValueTask<TcpClient> Wrap(ValueTask<Socket> accept) => new(await accept.ConfigureAwait(false));
    }

    private Socket MakeSocket()
    {
        var socket = new Socket(_localEndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (_exclusiveAddressUse is { } exclusive)
        {
            socket.ExclusiveAddressUse = exclusive;
        }

        return socket;
    }

    private void ThrowIfNotActive()
    {
        if (!Active)
        {
            throw new InvalidOperationException("The listener does not listen; call Start first.");
        }
    }
}
