using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Wavetank.Engine;

namespace Wavetank.AspNetCore.Tests.SignalR;

/// <summary>
/// Automatic reconnection by simulated time. SignalR's client waits by the real clock for what its policy says, so that this policy says
/// zero, and the next attempt to connect begins with the wait.
/// </summary>
internal sealed class SimulatedReconnect(IConnectionFactory connections, TimeProvider time, params TimeSpan[] delays) : IRetryPolicy, IConnectionFactory
{
    private TimeSpan _wait;

    public TimeSpan? NextRetryDelay(RetryContext retryContext)
    {
        if (retryContext.PreviousRetryCount >= delays.Length)
        {
            return null;
        }

        _wait = delays[retryContext.PreviousRetryCount];
        return TimeSpan.Zero;
    }

    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        TimeSpan wait = _wait;
        _wait = TimeSpan.Zero;
        await time.Delay(wait, cancellationToken);
        return await connections.ConnectAsync(endpoint, cancellationToken);
    }
}
