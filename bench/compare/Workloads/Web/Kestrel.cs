using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Wavetank.AspNetCore;
using Wavetank.Compare.Measuring;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Devices;

namespace Wavetank.Compare.Workloads.Web;

/// <summary>Kestrel and HttpClient, 50 ms apart, in virtual time.</summary>
internal sealed class Kestrel(Parameters parameters) : SimulatedWorkload
{
    private readonly int _requests = parameters.Scaled("requests", 50_000);
    private Host? _client;

    public override void Prepare()
    {
        _client = Network.AddHost("client");
        Host server = Network.AddHost("server");
        Network.Connect(_client, server, Line(0, parameters.Number("delay", 50), 1000));
        server.AddService(
            () =>
            {
                WebApplication application = SmallAnswers.Build(web => web.UseWavetank(server).UseUrls("http://*:80"));
                return application.RunAsync();
            },
            "application");

        // The server is up before the clock of the measurement starts, as it is on the other side.
        Await(Network.RunAsync(TimeSpan.FromSeconds(1)));
    }

    public override void Report(Figures figures)
    {
        base.Report(figures);
        figures.Set("requests", _requests);
    }

    protected override RunResult RunNetwork()
    {
        _client!.Run(AskAsync);
        return Await(Network.RunAsync());
    }

    private static RunResult Await(Task<RunResult> run) => run.GetAwaiter().GetResult();

    private async Task AskAsync()
    {
        using HttpClient http = _client!.CreateHttpClient();
        http.BaseAddress = new Uri("http://server/");
        ApplicationBytes = await SmallAnswers.AskAsync(http, _requests);
        Network.Stop();
    }
}
