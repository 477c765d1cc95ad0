using System.Net;
using System.Net.NetworkInformation;

namespace Wavetank.Sockets;

public partial class Ping
{
    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(string hostNameOrAddress) => Send(hostNameOrAddress, DefaultTimeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(string hostNameOrAddress, int timeout) => Send(hostNameOrAddress, timeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(string hostNameOrAddress, int timeout, byte[] buffer) => Send(hostNameOrAddress, timeout, buffer, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(string hostNameOrAddress, int timeout, byte[] buffer, PingOptions? options)
    {
        Check(timeout, buffer);
        return Start(hostNameOrAddress, timeout, buffer, options, CancellationToken.None).Wait();
    }

    /// <inheritdoc cref="SendPingAsync(string, TimeSpan, byte[], PingOptions, CancellationToken)"/>
    public PingReply Send(string hostNameOrAddress, TimeSpan timeout, byte[]? buffer = null, PingOptions? options = null) =>
        Send(hostNameOrAddress, ToMilliseconds(timeout), buffer ?? DefaultPayload, options);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(IPAddress address) => Send(address, DefaultTimeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(IPAddress address, int timeout) => Send(address, timeout, DefaultPayload, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(IPAddress address, int timeout, byte[] buffer) => Send(address, timeout, buffer, null);

    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    public PingReply Send(IPAddress address, int timeout, byte[] buffer, PingOptions? options)
    {
        Check(timeout, buffer);
        return Start(address, timeout, buffer, options, CancellationToken.None).Wait();
    }

    /// <inheritdoc cref="SendPingAsync(string, TimeSpan, byte[], PingOptions, CancellationToken)"/>
    public PingReply Send(IPAddress address, TimeSpan timeout, byte[]? buffer = null, PingOptions? options = null) =>
        Send(address, ToMilliseconds(timeout), buffer ?? DefaultPayload, options);
}
