using System.Net;
using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <inheritdoc cref="Connect(EndPoint)"/>
    public Task ConnectAsync(EndPoint remoteEP) => ConnectAsync(remoteEP, CancellationToken.None).AsTask();

    /// <inheritdoc cref="Connect(EndPoint)"/>
    /// <param name="remoteEP">Where to.</param>
    /// <param name="cancellationToken">Ends the attempt; the socket may then try again.</param>
    public ValueTask ConnectAsync(EndPoint remoteEP, CancellationToken cancellationToken)
    {
        Enter();
        ArgumentNullException.ThrowIfNull(remoteEP);
        ThrowIfCannotConnect();
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (remoteEP is DnsEndPoint name)
        {
            ThrowIfOtherFamily(name.AddressFamily);
            return ConnectToNameAsync(name, cancellationToken);
        }

        ThrowIfOtherFamily(remoteEP.AddressFamily);
        EndPoints.TryConvert(remoteEP, AddressFamily, DualModeSetting, out TransportAddress remote);
        SocketError error = Transport.StartConnect(remote);
        if (error == SocketError.WouldBlock)
        {
            var operation = new ConnectOperation(this);
            operation.Start(cancellationToken);
            return operation.AsUntypedValueTask();
        }

        if (error != SocketError.Success)
        {
            return ValueTask.FromException(new SocketException((int)error));
        }

        SetConnected();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="Connect(IPAddress, int)"/>
    public Task ConnectAsync(IPAddress address, int port) => ConnectAsync(address, port, CancellationToken.None).AsTask();

    /// <inheritdoc cref="Connect(IPAddress, int)"/>
    /// <param name="address">The peer's address.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="cancellationToken">Ends the attempt; the socket may then try again.</param>
    public ValueTask ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        return ConnectAsync(new IPEndPoint(address, port), cancellationToken);
    }

    /// <inheritdoc cref="Connect(IPAddress[], int)"/>
    public Task ConnectAsync(IPAddress[] addresses, int port) => ConnectAsync(addresses, port, CancellationToken.None).AsTask();

    /// <inheritdoc cref="Connect(IPAddress[], int)"/>
    /// <param name="addresses">The peer's addresses.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="cancellationToken">Ends the attempts; the socket may then try again.</param>
    public ValueTask ConnectAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        Enter();
        ThrowIfNoAddresses(addresses);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        ThrowIfCannotConnect();
        return ConnectToFirstAsync(addresses, port, cancellationToken);
    }

    /// <inheritdoc cref="Connect(string, int)"/>
    public Task ConnectAsync(string host, int port) => ConnectAsync(host, port, CancellationToken.None).AsTask();

    /// <inheritdoc cref="Connect(string, int)"/>
    /// <param name="host">A name that the network knows, or an address.</param>
    /// <param name="port">The peer's port.</param>
    /// <param name="cancellationToken">Ends the attempts; the socket may then try again.</param>
    public ValueTask ConnectAsync(string host, int port, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(host);
        EndPoints.ThrowIfNotPort(port, nameof(port));
        return IPAddress.TryParse(host, out IPAddress? address)
            ? ConnectAsync(new IPEndPoint(address, port), cancellationToken)
            : ConnectAsync(new DnsEndPoint(host, port), cancellationToken);
    }

    private async ValueTask ConnectToNameAsync(DnsEndPoint name, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(name.Host, name.AddressFamily, cancellationToken).ConfigureAwait(false);
        await ConnectToFirstAsync(addresses, name.Port, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask ConnectToFirstAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (IPAddress address in addresses)
        {
            if (!EndPoints.CanUse(address.AddressFamily, AddressFamily, DualModeSetting))
            {
                continue;
            }

            try
            {
                await ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (SocketException exception)
            {
                last = exception;
            }
        }

        throw last ?? new NotSupportedException($"None of the addresses is of the family {AddressFamily}, which this socket speaks.");
    }
}
