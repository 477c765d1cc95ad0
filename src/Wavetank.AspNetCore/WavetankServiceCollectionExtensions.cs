using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using Wavetank.AspNetCore.Http;
using Wavetank.Devices;

namespace Wavetank.AspNetCore;

/// <summary>Puts the services of an application on a simulated host.</summary>
public static class WavetankServiceCollectionExtensions
{
    /// <summary>
    /// Makes the services' <see cref="TimeProvider"/> the host's, and lets their <c>IHttpClientFactory</c> make clients of the host, with their
    /// timeouts in simulated time. For applications without a web server, such as workers and clients;
    /// <see cref="WavetankWebHostBuilderExtensions.UseWavetank"/> does it, too.
    /// </summary>
    /// <param name="services">The application's.</param>
    /// <param name="host">The host. Use the services inside a program of it, and run the network with <c>await network.RunAsync(...)</c>.</param>
    public static IServiceCollection AddWavetank(this IServiceCollection services, Host host)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(host);
        services.Replace(ServiceDescriptor.Singleton(host.TimeProvider));
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => host.CreateHttpHandler()));
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>, SimulatedFactoryTimeouts>();
        return services;
    }
}
