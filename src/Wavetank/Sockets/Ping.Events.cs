using System.Net;
using System.Net.NetworkInformation;
using Wavetank.Engine.Programs;
using Wavetank.Sockets.Waiting;

namespace Wavetank.Sockets;

/// <summary>Requests that report by an event, one at a time.</summary>
public partial class Ping
{
    private CancellationTokenSource? _pending;

    /// <summary>Tells what came of a request.</summary>
    public event PingCompletedEventHandler? PingCompleted;

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(string hostNameOrAddress, object? userToken) => SendAsync(hostNameOrAddress, DefaultTimeout, DefaultPayload, userToken);

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(string hostNameOrAddress, int timeout, object? userToken) => SendAsync(hostNameOrAddress, timeout, DefaultPayload, userToken);

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(string hostNameOrAddress, int timeout, byte[] buffer, object? userToken) =>
        SendAsync(hostNameOrAddress, timeout, buffer, null, userToken);

    /// <summary>Sends an echo request; <see cref="PingCompleted"/> tells what comes of it.</summary>
    /// <inheritdoc cref="SendPingAsync(string, int, byte[], PingOptions)"/>
    /// <param name="hostNameOrAddress">Whom to ask.</param>
    /// <param name="timeout">Milliseconds of simulated time to wait at most. Default 5000.</param>
    /// <param name="buffer">The payload, 65,500 bytes at most. Default: 32 letters.</param>
    /// <param name="options">Time to live and whether the request may be cut; null for the host's defaults.</param>
    /// <param name="userToken">For the event.</param>
    /// <exception cref="InvalidOperationException">A request is pending.</exception>
    public void SendAsync(string hostNameOrAddress, int timeout, byte[] buffer, PingOptions? options, object? userToken)
    {
        Check(timeout, buffer);
        Tell(end => StartAsync(hostNameOrAddress, timeout, buffer, options, end), userToken);
    }

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(IPAddress address, object? userToken) => SendAsync(address, DefaultTimeout, DefaultPayload, userToken);

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(IPAddress address, int timeout, object? userToken) => SendAsync(address, timeout, DefaultPayload, userToken);

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(IPAddress address, int timeout, byte[] buffer, object? userToken) => SendAsync(address, timeout, buffer, null, userToken);

    /// <inheritdoc cref="SendAsync(string, int, byte[], PingOptions, object)"/>
    public void SendAsync(IPAddress address, int timeout, byte[] buffer, PingOptions? options, object? userToken)
    {
        Check(timeout, buffer);
        Tell(end => Start(address, timeout, buffer, options, end).AsValueTask().AsTask(), userToken);
    }

    /// <summary>Takes back the request that is pending; the event tells so.</summary>
    public void SendAsyncCancel() => _pending?.Cancel();

    /// <summary>Tells what came of a request.</summary>
    /// <param name="e">What came of it.</param>
    protected void OnPingCompleted(PingCompletedEventArgs e) => PingCompleted?.Invoke(this, e);

    private void Tell(Func<CancellationToken, Task<PingReply>> send, object? userToken)
    {
        if (_pending is not null)
        {
            throw new InvalidOperationException("A request of this Ping is pending. Wait for its PingCompleted event, or use another Ping.");
        }

        var pending = new CancellationTokenSource();
        Task<PingReply> reply = send(pending.Token);
        _pending = pending;
        var callback = new ProgramCallback(SimulatedProgram.Current!.Simulator, () =>
        {
            _pending = null;
            pending.Dispose();
            Exception? error = reply.Exception;
            OnPingCompleted(new PingCompletedEventArgs(reply.IsCompletedSuccessfully ? reply.GetAwaiter().GetResult() : null, error, reply.IsCanceled, userToken));
        });
        callback.Capture();
        reply.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(callback.Post);
    }
}
