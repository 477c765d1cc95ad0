using System.ComponentModel;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Sockets.Waiting;
using Wavetank.Stack;

namespace Wavetank.Sockets;

/// <summary>Sends ICMP echo requests, shaped like <c>System.Net.NetworkInformation.Ping</c>.</summary>
public partial class Ping : Component
{
    private const int DefaultTimeout = 5000;

    // RFC 791's 65,535 bytes less the headers of IP and ICMP, and as the platform bounds it.
    private const int LargestPayload = 65_500;

    private static readonly byte[] DefaultPayload = [.. "abcdefghijklmnopqrstuvwabcdefghi"u8];

    private bool _disposed;

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(string hostNameOrAddress) =>
        SendPingAsync(hostNameOrAddress, DefaultTimeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(string hostNameOrAddress, int timeout) =>
        SendPingAsync(hostNameOrAddress, timeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(string hostNameOrAddress, int timeout, byte[] buffer) =>
        SendPingAsync(hostNameOrAddress, timeout, buffer, null);

    /// <summary>Sends an echo request and waits for what comes of it.</summary>
    /// <param name="hostNameOrAddress">Whom to ask.</param>
    /// <param name="timeout">Milliseconds of simulated time to wait at most. Default 5000.</param>
    /// <param name="buffer">The payload, 65,500 bytes at most. Default: 32 letters.</param>
    /// <param name="options">Time to live and whether the request may be cut; null for the host's defaults.</param>
    /// <exception cref="PingException">The request could not be sent; the inner <see cref="SocketException"/> says why.</exception>
    /// <exception cref="ArgumentException">The payload is too long, or the address is Any.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is negative.</exception>
    public Task<PingReply> SendPingAsync(string hostNameOrAddress, int timeout, byte[] buffer, PingOptions? options)
    {
        Check(timeout, buffer);
        return StartAsync(hostNameOrAddress, timeout, buffer, options, CancellationToken.None);
    }

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    /// <param name="hostNameOrAddress">Whom to ask.</param>
    /// <param name="timeout">Simulated time to wait at most; what is less than a millisecond is cut off, as the platform does.</param>
    /// <param name="buffer">The payload, 65,500 bytes at most. Default: 32 letters.</param>
    /// <param name="options">Time to live and whether the request may be cut; null for the host's defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<PingReply> SendPingAsync(
        string hostNameOrAddress, TimeSpan timeout, byte[]? buffer = null, PingOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(ToMilliseconds(timeout), buffer ?? DefaultPayload);
        return StartAsync(hostNameOrAddress, ToMilliseconds(timeout), buffer ?? DefaultPayload, options, cancellationToken);
    }

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(IPAddress address) => SendPingAsync(address, DefaultTimeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(IPAddress address, int timeout) => SendPingAsync(address, timeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(IPAddress address, int timeout, byte[] buffer) => SendPingAsync(address, timeout, buffer, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public Task<PingReply> SendPingAsync(IPAddress address, int timeout, byte[] buffer, PingOptions? options)
    {
        Check(timeout, buffer);
        return Start(address, timeout, buffer, options, CancellationToken.None).AsValueTask().AsTask();
    }

    /// <inheritdoc cref="SendPingAsync(string, TimeSpan, byte[], PingOptions, CancellationToken)"/>
    public Task<PingReply> SendPingAsync(
        IPAddress address, TimeSpan timeout, byte[]? buffer = null, PingOptions? options = null, CancellationToken cancellationToken = default)
    {
        Check(ToMilliseconds(timeout), buffer ?? DefaultPayload);
        return Start(address, ToMilliseconds(timeout), buffer ?? DefaultPayload, options, cancellationToken).AsValueTask().AsTask();
    }

    /// <summary>Ends its use.</summary>
    /// <param name="disposing">Whether the program asks for it; there is nothing to do when the garbage collector does.</param>
    protected override void Dispose(bool disposing)
    {
        _disposed |= disposing;
        base.Dispose(disposing);
    }

    private static int ToMilliseconds(TimeSpan timeout) =>
        timeout.TotalMilliseconds is >= 0 and <= int.MaxValue ? (int)timeout.TotalMilliseconds : throw new ArgumentOutOfRangeException(nameof(timeout));

    private void Check(int timeout, byte[] buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(buffer);
        if (buffer.Length > LargestPayload)
        {
            throw new ArgumentException($"The payload has {LargestPayload} bytes at most, not {buffer.Length}.", nameof(buffer));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(timeout);
    }

    private static Task<PingReply> StartAsync(
        string hostNameOrAddress, int timeout, byte[] buffer, PingOptions? options, CancellationToken cancellationToken)
    {
        if (Dns.TakesTime(hostNameOrAddress))
        {
            return LookUpAndStart();
        }

        try
        {
            return Start(hostNameOrAddress, timeout, buffer, options, cancellationToken).AsValueTask().AsTask();
        }
        catch (PingException exception)
        {
            return Task.FromException<PingReply>(exception);
        }

        async Task<PingReply> LookUpAndStart()
        {
            IPAddress[] addresses;
            try
            {
                addresses = await Dns.GetHostAddressesAsync(hostNameOrAddress, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException exception)
            {
                throw PingOperation.Wrap(exception);
            }

            return await Start(addresses[0], timeout, buffer, options, cancellationToken).AsValueTask().ConfigureAwait(false);
        }
    }

    private static PingOperation Start(
        string hostNameOrAddress, int timeout, byte[] buffer, PingOptions? options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(hostNameOrAddress);
        IPAddress? address;
        if (!IPAddress.TryParse(hostNameOrAddress, out address))
        {
            try
            {
                address = Dns.GetHostAddresses(hostNameOrAddress)[0];
            }
            catch (SocketException exception)
            {
                throw PingOperation.Wrap(exception);
            }
        }

        return Start(address, timeout, buffer, options, cancellationToken);
    }

    private static PingOperation Start(IPAddress address, int timeout, byte[] buffer, PingOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        NetworkStack stack = ProgramContext.RequireStack("ping");
        if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            throw new ArgumentException($"The address {address} names no host.", nameof(address));
        }

        var operation = new PingOperation(stack, address);
        operation.Start(TimeSpan.FromMilliseconds(timeout), buffer, options, cancellationToken);
        return operation;
    }
}
