using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Wavetank.Compare.Measuring;

namespace Wavetank.Compare.Workloads.Web;

/// <summary>Kestrel and HttpClient on the platform's sockets and the operating system's loopback; both ends in this process, as in the simulation.</summary>
internal sealed class LoopbackKestrel(Parameters parameters) : Workload
{
    private readonly int _requests = parameters.Scaled("requests", 50_000);
    private readonly WebApplication _application = SmallAnswers.Build(web => web.UseUrls("http://127.0.0.1:0"));
    private long _bytes;

    public override void Prepare() => _application.StartAsync().GetAwaiter().GetResult();

    public override void Run() => _bytes = AskAsync().GetAwaiter().GetResult();

    public override void Report(Figures figures)
    {
        figures.Set("requests", _requests);
        figures.Set("app_bytes", _bytes);
    }

    public override void Dispose() => _application.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<long> AskAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_application.Urls.Single()) };
        return await SmallAnswers.AskAsync(http, _requests);
    }
}
