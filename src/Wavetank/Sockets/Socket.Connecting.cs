using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    private BlockingWait? _writeWait;

    /// <summary>Connects. On a datagram socket it only sets the peer.</summary>
    /// <param name="remoteEP">An <see cref="IPEndPoint"/>, or a <see cref="DnsEndPoint"/> whose addresses are tried one after the other.</param>
    /// <exception cref="ArgumentNullException"><paramref name="remoteEP"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The socket listens, or was disconnected.</exception>
    /// <exception cref="SocketException">There is no connection; the error says why.</exception>
    public void Connect(EndPoint remoteEP)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(remoteEP);
        if (_isDisconnected)
        {
            throw new InvalidOperationException("This socket was connected and disconnected. Connect with a new socket.");
        }

        ThrowIfCannotConnect();
        if (remoteEP is DnsEndPoint name)
        {
            ThrowIfOtherFamily(name.AddressFamily);
            Connect(name.Host, name.Port);
            return;
        }

        ThrowOn(EndPoints.TryConvert(remoteEP, AddressFamily, DualModeSetting, out TransportAddress remote));
        SocketError error = Transport.StartConnect(remote);
        if (error == SocketError.WouldBlock)
        {
            if (!_blocking)
            {
                _connectsInBackground = true;
                throw new SocketException((int)SocketError.WouldBlock);
            }

            error = WaitUntilConnected();
        }

        ThrowOn(error);
        SetConnected();
    }

    /// <inheritdoc cref="Connect(EndPoint)"/>
    /// <param name="address">The peer's address.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="port"/> is not between 0 and 65535.</exception>
    /// <exception cref="NotSupportedException">The address is of a family that the socket does not speak.</exception>
    public void Connect(IPAddress address, int port)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(address);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        ThrowIfConnected();
        ThrowIfOtherFamily(address.AddressFamily);
        Connect(new IPEndPoint(address, port));
    }

    /// <summary>Connects to a host by name, trying its addresses one after the other.</summary>
    /// <param name="host">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="SocketException">The name is not known (HostNotFound), or no address could be connected to.</exception>
    public void Connect(string host, int port)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(host);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        if (IPAddress.TryParse(host, out IPAddress? address))
        {
            Connect(address, port);
        }
        else
        {
            Connect(Dns.GetHostAddresses(host), port);
        }
    }

    /// <summary>Connects to the first of several addresses that can be connected to.</summary>
    /// <param name="addresses">The peer's addresses; those of a family that the socket does not speak are passed over.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="ArgumentException">There is no address, or none that the socket speaks.</exception>
    /// <exception cref="SocketException">No address could be connected to; the error is the last one's.</exception>
    public void Connect(IPAddress[] addresses, int port)
    {
        Enter();
        ThrowIfNoAddresses(addresses);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        ThrowIfConnected();
        SocketException? last = null;
        foreach (IPAddress address in addresses)
        {
            if (!EndPoints.CanUse(address.AddressFamily, AddressFamily, DualModeSetting))
            {
                continue;
            }

            try
            {
                Connect(new IPEndPoint(address, port));
                return;
            }
            catch (SocketException exception) when (exception.SocketErrorCode != SocketError.WouldBlock)
            {
                last = exception;
            }
        }

        throw last ?? (Exception)new ArgumentException(
            $"None of the addresses is of the family {AddressFamily}, which this socket speaks.", nameof(addresses));
    }

    private static void ThrowIfNoAddresses(IPAddress[] addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        if (addresses.Length == 0)
        {
            throw new ArgumentException("The list must have at least one address.", nameof(addresses));
        }
    }

    private void ThrowIfCannotConnect()
    {
        if (Transport.IsListening)
        {
            throw new InvalidOperationException("A socket that listens cannot connect.");
        }

        ThrowIfConnected();
    }

    private void ThrowIfConnected()
    {
        if (_isConnected && SocketType == SocketType.Stream)
        {
            throw new SocketException((int)SocketError.IsConnected);
        }
    }

    private void ThrowIfOtherFamily(AddressFamily family)
    {
        if (family != AddressFamily.Unspecified && !EndPoints.CanUse(family, AddressFamily, DualModeSetting))
        {
            throw new NotSupportedException($"A socket of the family {AddressFamily} cannot connect to an address of the family {family}.");
        }
    }

    private SocketError WaitUntilConnected()
    {
        BlockingWait wait = Rent(ref _writeWait, static socket => new BlockingWait(socket), this);
        wait.Start(Transport.Writes, "Connect", Transport.Settings.SendTimeout);
        SocketError error = SocketError.WouldBlock;
        try
        {
            while (error == SocketError.WouldBlock)
            {
                error = wait.AwaitTurn();
                error = _disposed ? SocketError.NotSocket
                    : error == SocketError.Success ? Transport.FinishConnect()
                    : error;
            }
        }
        finally
        {
            wait.Leave();
            if (error != SocketError.Success)
            {
                Transport.AbandonConnect();
            }
        }

        return error;
    }
}
