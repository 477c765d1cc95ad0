using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wavetank.AspNetCore.Kestrel;
using Wavetank.AspNetCore.Security;
using Wavetank.Devices;

namespace Wavetank.AspNetCore;

/// <summary>Puts an ASP.NET Core application on a simulated host.</summary>
public static class WavetankWebHostBuilderExtensions
{
    // Kestrel measures it in real time, whatever clock it is given; a timer takes no longer time.
    private static readonly TimeSpan Never = TimeSpan.FromDays(49);

    /// <summary>
    /// Lets Kestrel listen on the sockets of a simulated host, by the host's clock. The application's <see cref="TimeProvider"/> is the
    /// host's, its <c>IHttpClientFactory</c> makes clients of the host, and <c>https</c> has a certificate for every name.
    /// </summary>
    /// <param name="builder">The application's.</param>
    /// <param name="host">The host. Start the application inside a program of it, and run the network with <c>await network.RunAsync(...)</c>.</param>
    public static IWebHostBuilder UseWavetank(this IWebHostBuilder builder, Host host)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(host);
        builder.UseKestrelHttpsConfiguration();
        return builder.ConfigureServices(services =>
        {
            services.RemoveAll<IConnectionListenerFactory>();
            services.RemoveAll<IMultiplexedConnectionListenerFactory>();
            services.AddSingleton<IConnectionListenerFactory>(provider => ActivatorUtilities.CreateInstance<SimulatedTransport>(provider, host));
            services.AddSingleton<IStartupFilter>(new SimulatedStartup(host));
            services.AddWavetank(host);
            services.Configure<KestrelServerOptions>(options => options.ConfigureHttpsDefaults(https =>
            {
                https.HandshakeTimeout = Never;
                https.ServerCertificateSelector = (_, name) => SimulatedCertificates.For(host, name);
                https.OnAuthenticate = static (_, tls) => tls.AllowTlsResume = false;
            }));
            services.Configure<WebSocketOptions>(options => options.KeepAliveInterval = Timeout.InfiniteTimeSpan);
            RealTimeOfHubs.TurnOff(services);
        });
    }
}
