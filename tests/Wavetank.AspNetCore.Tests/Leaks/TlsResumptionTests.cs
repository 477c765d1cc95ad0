using System.Security.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Wavetank.AspNetCore.Tests.Support;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>Sessions of TLS, which outlive a connection in memory of the process.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class TlsResumptionTests
{
    [Theory]
    [InlineData(SslProtocols.Tls12, 400)]
    [InlineData(SslProtocols.Tls13, 300)]
    public async Task Each_handshake_takes_all_its_round_trips_also_where_a_program_asks_for_resumption(SslProtocols protocol, int milliseconds)
    {
        using var lab = new WebLab();
        lab.Serve(
            application => application.MapGet("/", (HttpContext context) => context.Features.Get<ITlsHandshakeFeature>()!.Protocol.ToString()),
            builder => WebLab.Listen(builder, "https", "1.1"));
        List<string> seen = [];

        await lab.RunAsync(async _ =>
        {
            for (int i = 0; i < 3; i++)
            {
                TimeSpan start = lab.Network.Now.ToTimeSpan();
                using HttpClient http = lab.Client.CreateHttpClient(configure: handler =>
                {
                    handler.SslOptions.EnabledSslProtocols = protocol;
                    handler.SslOptions.AllowTlsResume = true;
                });
                string answer = await http.GetStringAsync("https://server/", TestContext.Current.CancellationToken);
                seen.Add($"{answer} in {(lab.Network.Now.ToTimeSpan() - start).TotalMilliseconds} ms");
            }
        });

        Assert.Equal(Enumerable.Repeat($"{protocol} in {milliseconds} ms", 3), seen);
    }
}
