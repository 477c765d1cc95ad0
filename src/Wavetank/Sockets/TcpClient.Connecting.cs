using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

public partial class TcpClient
{
    /// <summary>Connects to a host by name, trying its addresses one after the other.</summary>
    /// <param name="hostname">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="SocketException">There is no connection; the error says why.</exception>
    public void Connect(string hostname, int port)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(hostname);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        _client.Connect(hostname, port);
        Active = true;
    }

    /// <summary>Connects.</summary>
    /// <param name="address">The peer's address.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="SocketException">There is no connection; the error says why.</exception>
    public void Connect(IPAddress address, int port)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(address);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        Connect(new IPEndPoint(address, port));
    }

    /// <summary>Connects.</summary>
    /// <param name="remoteEP">The peer.</param>
    /// <exception cref="SocketException">There is no connection; the error says why.</exception>
    public void Connect(IPEndPoint remoteEP)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(remoteEP);
        _client.Connect(remoteEP);
        Active = true;
    }

    /// <summary>Connects to the first of several addresses that can be connected to.</summary>
    /// <param name="ipAddresses">The peer's addresses.</param>
    /// <param name="port">The peer's port.</param>
    /// <exception cref="SocketException">There is no connection; the error says why.</exception>
    public void Connect(IPAddress[] ipAddresses, int port)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _client.Connect(ipAddresses, port);
        Active = true;
    }

    /// <inheritdoc cref="Connect(IPAddress, int)"/>
    public Task ConnectAsync(IPAddress address, int port) => Complete(Client.ConnectAsync(address, port, CancellationToken.None)).AsTask();

    /// <inheritdoc cref="Connect(string, int)"/>
    public Task ConnectAsync(string host, int port) => Complete(Client.ConnectAsync(host, port, CancellationToken.None)).AsTask();

    /// <inheritdoc cref="Connect(IPAddress[], int)"/>
    public Task ConnectAsync(IPAddress[] addresses, int port) => Complete(Client.ConnectAsync(addresses, port, CancellationToken.None)).AsTask();

    /// <inheritdoc cref="Connect(IPEndPoint)"/>
    public Task ConnectAsync(IPEndPoint remoteEP) => Complete(Client.ConnectAsync(remoteEP, CancellationToken.None)).AsTask();

    /// <inheritdoc cref="Connect(IPAddress, int)"/>
    /// <param name="address">The peer's address.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken) =>
        Complete(Client.ConnectAsync(address, port, cancellationToken));

    /// <inheritdoc cref="Connect(string, int)"/>
    /// <param name="host">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public ValueTask ConnectAsync(string host, int port, CancellationToken cancellationToken) =>
        Complete(Client.ConnectAsync(host, port, cancellationToken));

    /// <inheritdoc cref="Connect(IPAddress[], int)"/>
    /// <param name="addresses">The peer's addresses.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="cancellationToken">Ends the attempts.</param>
    public ValueTask ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken) =>
        Complete(Client.ConnectAsync(addresses, port, cancellationToken));

    /// <inheritdoc cref="Connect(IPEndPoint)"/>
    /// <param name="remoteEP">The peer.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public ValueTask ConnectAsync(IPEndPoint remoteEP, CancellationToken cancellationToken) =>
        Complete(Client.ConnectAsync(remoteEP, cancellationToken));

    private async ValueTask Complete(ValueTask connect)
    {
        await connect.ConfigureAwait(false);
        Active = true;
    }
}
