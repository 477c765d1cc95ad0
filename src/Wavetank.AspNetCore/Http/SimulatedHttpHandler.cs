using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Wavetank.AspNetCore.Security;
using Wavetank.Devices;
using Wavetank.Engine.Programs;

namespace Wavetank.AspNetCore.Http;

/// <summary>
/// The platform's <see cref="SocketsHttpHandler"/> on a simulated host: its connections are simulated sockets, names are the simulation's,
/// and its timeout is simulated time. It trusts <see cref="SimulatedCertificates"/>.
/// </summary>
/// <remarks>
/// The platform measures its own limits for connections in real time, so they are off. <see cref="HttpClient.Timeout"/> is taken over into
/// simulated time, and without it there is <see cref="Timeout"/>, which covers a request until its answer was read, as the platform's does, or until its head was, where the caller
/// reads on by itself.
/// </remarks>
public sealed class SimulatedHttpHandler : DelegatingHandler
{
    internal static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);
    private static readonly HttpRequestOptionsKey<SimulatedProgram> ProgramOf = new("Wavetank.Program");
    private static readonly HttpRequestOptionsKey<ConnectionAttempt> AttemptOf = new("Wavetank.ConnectionAttempt");

    private readonly Host _host;
    private readonly SimulatedProgram? _maker;
    private Func<TimeSpan>? _timeoutOfFactory;
    private bool _hasOwnTimeout;

    internal SimulatedHttpHandler(Host host, Action<SocketsHttpHandler>? configure)
    {
        _host = host;
        _maker = HostPrograms.Find(host);
        var sockets = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectTimeout = Infinite,
            PooledConnectionIdleTimeout = Infinite,
            PooledConnectionLifetime = Infinite,
            Expect100ContinueTimeout = Infinite,
            ResponseDrainTimeout = Infinite,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustAuthority() },
        };
        configure?.Invoke(sockets);
        RealTime.ThrowIfMeasured(sockets);

        // Whether the last session is still known would change how many round trips a handshake takes.
        sockets.SslOptions.AllowTlsResume = false;
        sockets.ConnectCallback = ConnectAsync;
        InnerHandler = sockets;
    }

    /// <summary>How long a request may take, in simulated time; where the client has a timeout too, the shorter one holds. Default: that of the client, or 100 seconds, as on the platform; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero, negative and not infinite, or more than 49 days.</exception>
    public TimeSpan Timeout
    {
        get => field;
        set
        {
            if (value != Infinite)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
                ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(49));
            }

            field = value;
            _hasOwnTimeout = true;
        }
    }

    = DefaultTimeout;

    private static TimeSpan Infinite => System.Threading.Timeout.InfiniteTimeSpan;

    internal void TakeTimeoutFrom(Func<TimeSpan> source) => _timeoutOfFactory = source;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        SetProgram(request);
        var attempt = new ConnectionAttempt(_host.TimeProvider);
        request.Options.Set(AttemptOf, attempt);
        try
        {
            return await SendInTimeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            attempt.RequestEnded();
        }
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        SetProgram(request);
        return base.Send(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendInTimeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        TimeSpan timeout = TimeoutFor(ClientTimeout.Take(cancellationToken) ?? _timeoutOfFactory?.Invoke());
        if (timeout == Infinite)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var deadline = new RequestDeadline(timeout, _host.TimeProvider, cancellationToken);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, deadline.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
            {
                deadline.Dispose();
                return response;
            }

            response.Content = new DeadlineContent(response.Content, deadline);
            return response;
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            deadline.Dispose();
            throw deadline.ToException(exception);
        }
        catch
        {
            deadline.Dispose();
            throw;
        }
    }

    /// <summary>That of the client; one that was set here too holds as well, so the shorter of the two.</summary>
    private TimeSpan TimeoutFor(TimeSpan? clients) =>
        clients is not { } limit || (_hasOwnTimeout && Timeout != Infinite && (limit == Infinite || Timeout < limit)) ? Timeout : limit;

    // A connection is made outside of the request that it is made for, as others may use it, and so outside of its program.
    private void SetProgram(HttpRequestMessage request) => request.Options.Set(
        ProgramOf, HostPrograms.Find(_host) ?? (SimulatedProgram.Current is null ? _maker : null) ?? HostPrograms.Require(_host, "An HTTP client was used"));

    private static X509ChainPolicy TrustAuthority()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
        };
        policy.CustomTrustStore.Add(SimulatedCertificates.Authority);
        return policy;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        _ = context.InitialRequestMessage.Options.TryGetValue(ProgramOf, out SimulatedProgram? program);
        program?.Enter();
        _ = context.InitialRequestMessage.Options.TryGetValue(AttemptOf, out ConnectionAttempt? attempt);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, attempt?.Begin() ?? CancellationToken.None);
        var socket = new Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp) { NoDelay = true };
        socket.KeepContentFromDigest();
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, source.Token).ConfigureAwait(false);
            return new Sockets.NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        finally
        {
            attempt?.Dispose();
        }
    }
}
