using System.Collections.Concurrent;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Wavetank.AspNetCore.Http;

/// <summary>
/// Lets the clients of <c>IHttpClientFactory</c> have their timeout in simulated time: what the application sets on the client is taken
/// over by its handler. Handlers live as long as the application, as the factory would change them by the real clock.
/// </summary>
internal sealed class SimulatedFactoryTimeouts : IPostConfigureOptions<HttpClientFactoryOptions>
{
    private readonly ConcurrentDictionary<string, TimeSpan> _byName = new();

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        string key = name ?? Options.DefaultName;
        options.HandlerLifetime = Timeout.InfiniteTimeSpan;
        options.HttpClientActions.Add(client =>
        {
            _byName[key] = client.Timeout;
            client.Timeout = Timeout.InfiniteTimeSpan;
        });
        options.HttpMessageHandlerBuilderActions.Add(builder =>
        {
            if (builder.PrimaryHandler is SimulatedHttpHandler handler)
            {
                handler.TakeTimeoutFrom(() => _byName.GetValueOrDefault(key, SimulatedHttpHandler.DefaultTimeout));
            }
        });
    }
}
