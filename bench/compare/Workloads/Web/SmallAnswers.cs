using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Wavetank.Compare.Workloads.Web;

/// <summary>
/// A small application and its client, one request after the other over one connection: the same code on the simulated network and on
/// the loopback, with the platform's defaults, but without logging.
/// </summary>
internal static class SmallAnswers
{
    private const string Answer = "hello";

    /// <param name="listen">Says where Kestrel listens, and on whose sockets.</param>
    public static WebApplication Build(Action<IWebHostBuilder> listen)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        listen(builder.WebHost);
        WebApplication application = builder.Build();
        application.MapGet("/", () => Answer);
        return application;
    }

    /// <summary>Asks again and again, and compares what is answered.</summary>
    /// <returns>The bytes of all bodies.</returns>
    public static async Task<long> AskAsync(HttpClient http, int requests)
    {
        long bytes = 0;
        for (int i = 0; i < requests; i++)
        {
            string answer = await http.GetStringAsync("/");
            if (answer != Answer)
            {
                throw new InvalidOperationException($"Request {i} was answered with '{answer}'.");
            }

            bytes += answer.Length;
        }

        return bytes;
    }
}
