using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>What the platform draws by real chance and puts into messages: it has one length, and digests leave the content of these connections out.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class RandomContentTests
{
    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Traces_and_guids_differ_and_the_digest_does_not(string version)
    {
        HashSet<string> digests = [], contents = [];
        for (int i = 0; i < 4; i++)
        {
            (string digest, string content) = await RunAsync(version);
            digests.Add(digest);
            contents.Add(content);
        }

        Assert.Equal((1, 4), (digests.Count, contents.Count));
    }

    /// <summary>A request within a request: the inner one names the trace that it belongs to.</summary>
    private static async Task<(string Digest, string Content)> RunAsync(string version)
    {
        using var all = new ActivityListener { ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(all);
        using var lab = new WebLab();
        Host store = lab.Network.AddHost("store");
        lab.Network.Connect(lab.Server, store, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        lab.Serve(
            application => application.MapGet("/", (HttpRequest request) => $"{request.Headers.TraceParent} {Guid.NewGuid()}"),
            builder => WebLab.Listen(builder, "http", version),
            on: store);
        HttpClient inner = lab.Server.CreateHttpClient();
        lab.Serve(
            application => application.MapGet("/", async () =>
            {
                using HttpResponseMessage response = await inner.SendAsync(WebLab.Request("http://store/", version));
                return await response.Content.ReadAsStringAsync();
            }),
            builder => WebLab.Listen(builder, "http", version));
        string content = "";

        RunResult result = await lab.RunAsync(async http =>
        {
            using HttpResponseMessage response = await http.SendAsync(WebLab.Request("http://server/", version));
            content = await response.Content.ReadAsStringAsync();
        });

        // 00-TRACE-PARENT-01, and a GUID.
        Assert.Equal(55 + 1 + 36, content.Length);
        return ($"{result.Digest} at {result.Time}", content);
    }
}
