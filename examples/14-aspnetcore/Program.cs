using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Wavetank.AspNetCore;
using Wavetank.Devices;

using var net = new Network(seed: 7);
Host server = net.AddHost("server"), client = net.AddHost("client");
var link = net.Connect(client, server, new() { Delay = TimeSpan.FromMilliseconds(50) });
net.At(TimeSpan.FromSeconds(2), link.Cut);
net.At(TimeSpan.FromSeconds(7), link.Restore);
server.AddService(async () =>
{
    WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.UseWavetank(server).UseUrls("http://*:80");
    WebApplication app = builder.Build();
    app.MapGet("/time", (TimeProvider time) => $"it is {time.GetUtcNow():HH:mm:ss.fff}");
    await app.RunAsync();
});
client.Run(async () =>
{
    using HttpClient http = client.CreateHttpClient(timeout: TimeSpan.FromSeconds(1));
    for (int request = 1; request <= 4; request++)
    {
        double start = net.Now.TotalSeconds;
        string answer = await AskAsync(http);
        Console.WriteLine($"request {request} at {start:0.000} s: {answer}, after {net.Now.TotalSeconds - start:0.000} s");
        await net.Delay(TimeSpan.FromSeconds(1));
    }

    net.Stop();
});
Console.WriteLine(await net.RunAsync());

async Task<string> AskAsync(HttpClient http)
{
    for (TimeSpan wait = TimeSpan.FromSeconds(0.5); ; wait *= 2)
    {
        try
        {
            return await http.GetStringAsync("http://server/time");
        }
        catch (TaskCanceledException)
        {
            Console.WriteLine($"  no answer at {net.Now.TotalSeconds:0.000} s, the next try is in {wait.TotalSeconds} s");
            await net.Delay(wait);
        }
    }
}
