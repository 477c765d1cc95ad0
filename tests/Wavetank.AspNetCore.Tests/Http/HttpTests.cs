using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;

namespace Wavetank.AspNetCore.Tests.Http;

/// <summary>Kestrel and HttpClient in HTTP/1.1, in virtual time.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class HttpTests
{
    [Fact]
    public async Task A_first_request_takes_the_handshake_and_a_round_trip_and_the_next_a_round_trip()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        List<SimulationTime> times = [];

        await lab.RunAsync(async http =>
        {
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal("hello", await http.GetStringAsync("/"));
                times.Add(lab.Network.Now);
            }
        });

        Assert.Equal([200, 300, 400], times.Select(time => time.ToTimeSpan().TotalMilliseconds));
    }

    [Fact]
    public async Task Each_of_a_hundred_thousand_requests_takes_its_round_trip_to_the_nanosecond()
    {
        const int Requests = 100_000;
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        HashSet<long> times = [];

        RunResult result = await lab.RunAsync(async http =>
        {
            await http.GetStringAsync("/");
            for (int i = 1; i < Requests; i++)
            {
                long start = lab.Network.Now.Nanoseconds;
                await http.GetStringAsync("/");
                times.Add(lab.Network.Now.Nanoseconds - start);
            }
        });

        Assert.Equal([100_000_000], times);
        Assert.Equal(TimeSpan.FromMilliseconds(100) * (Requests + 1), result.Time.ToTimeSpan());
    }

    [Fact]
    public async Task A_body_goes_there_and_back()
    {
        using var lab = new WebLab(new LinkOptions { Delay = WebLab.Delay, Loss = 0.01, Rate = DataRate.Mbps(50) });
        lab.Serve(application => application.MapPost("/", async (HttpRequest request) =>
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return Results.Bytes(body.ToArray());
        }));
        byte[] sent = [.. Enumerable.Range(0, 500_000).Select(i => (byte)(i * 7))];

        await lab.RunAsync(async http =>
        {
            using HttpResponseMessage answer = await http.PostAsync("/", new ByteArrayContent(sent));
            Assert.Equal(sent, await answer.Content.ReadAsByteArrayAsync());
        });
    }

    [Fact]
    public async Task The_date_header_is_the_servers_simulated_time()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        List<DateTimeOffset?> dates = [];

        await lab.RunAsync(async http =>
        {
            for (int i = 0; i < 2; i++)
            {
                using HttpResponseMessage answer = await http.GetAsync("/");
                dates.Add(answer.Headers.Date);
                await lab.Network.Delay(TimeSpan.FromHours(1));
            }
        });

        Assert.Equal([new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2000, 1, 1, 1, 0, 0, TimeSpan.Zero)], dates);
    }

    [Fact]
    public async Task A_timeout_is_simulated_time()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", async (HttpContext context) =>
        {
            await Task.Delay(TimeSpan.FromHours(1), lab.Network.TimeProvider, context.RequestAborted);
            return "late";
        }));
        SimulationTime at = default;

        await lab.RunAsync(
            async http =>
            {
                var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetStringAsync("/"));
                Assert.IsType<TimeoutException>(exception.InnerException);
                at = lab.Network.Now;
            },
            timeout: TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), at.ToTimeSpan());
    }

    [Fact]
    public async Task A_timeout_covers_a_body_that_stands_still_and_no_stream_that_its_user_reads()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("first");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(10), lab.Network.TimeProvider, context.RequestAborted);
            await context.Response.WriteAsync("second");
        }));
        SimulationTime at = default;
        string streamed = "";

        await lab.RunAsync(
            async http =>
            {
                await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetStringAsync("/"));
                at = lab.Network.Now;
                using HttpResponseMessage answer = await http.GetAsync("/", HttpCompletionOption.ResponseHeadersRead);
                streamed = await new StreamReader(await answer.Content.ReadAsStreamAsync()).ReadToEndAsync();
            },
            timeout: TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), at.ToTimeSpan());
        Assert.Equal("firstsecond", streamed);
    }

    [Fact]
    public async Task A_request_that_is_given_up_aborts_the_one_at_the_server()
    {
        using var lab = new WebLab();
        SimulationTime aborted = default;
        lab.Serve(application => application.MapGet("/", async (HttpContext context) =>
        {
            try
            {
                await Task.Delay(TimeSpan.FromHours(1), lab.Network.TimeProvider, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                aborted = lab.Network.Now;
                throw;
            }
        }));

        await lab.RunAsync(async http =>
        {
            using var source = new CancellationTokenSource(TimeSpan.FromSeconds(2), lab.Network.TimeProvider);
            await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetStringAsync("/", source.Token));
            await lab.Network.Delay(TimeSpan.FromSeconds(1));
        });

        Assert.Equal(TimeSpan.FromSeconds(2) + WebLab.Delay, aborted.ToTimeSpan());
    }

    [Fact]
    public async Task Kestrel_closes_an_idle_connection_by_simulated_time()
    {
        using var lab = new WebLab();
        lab.Serve(
            application => application.MapGet("/", (HttpContext context) => context.Connection.Id),
            builder => builder.WebHost.ConfigureKestrel(options => options.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2)));
        List<string> connections = [];

        await lab.RunAsync(async http =>
        {
            foreach (double minutes in new[] { 0, 1.5, 2.5 })
            {
                await lab.Network.Delay(TimeSpan.FromMinutes(minutes));
                connections.Add(await http.GetStringAsync("/"));
            }
        });

        Assert.Equal(["server-1", "server-1", "server-2"], connections);
    }

    [Fact]
    public async Task A_server_that_crashed_is_missed_until_it_is_back()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => $"{lab.Network.Now.TotalSeconds:0.0}"));
        lab.Network.At(TimeSpan.FromSeconds(1), lab.Server.Crash);
        lab.Network.At(TimeSpan.FromSeconds(5), lab.Server.Start);
        List<string> answers = [];

        await lab.RunAsync(
            async http =>
            {
                for (int i = 0; i < 8; i++)
                {
                    try
                    {
                        answers.Add(await http.GetStringAsync("/"));
                    }
                    catch (Exception exception) when (exception is TaskCanceledException or HttpRequestException)
                    {
                        answers.Add(exception.GetType().Name);
                    }

                    await lab.Network.Delay(TimeSpan.FromMilliseconds(900));
                }
            },
            timeout: TimeSpan.FromSeconds(1));

        Assert.Equal(["0.2", "TaskCanceledException", "TaskCanceledException", "5.2", "6.2", "7.2", "8.2", "9.2"], answers);
    }

    [Fact]
    public async Task A_name_that_nobody_has_fails_as_on_the_platform()
    {
        using var lab = new WebLab();
        HttpRequestException? failure = null;

        await lab.RunAsync(async http => failure = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync("http://nowhere/")));

        Assert.Equal(HttpRequestError.NameResolutionError, failure!.HttpRequestError);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_refused_after_a_round_trip_to_each_address()
    {
        using var lab = new WebLab();
        HttpRequestException? failure = null;

        RunResult result = await lab.RunAsync(async http => failure = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetStringAsync("/")));

        Assert.Equal(HttpRequestError.ConnectionError, failure!.HttpRequestError);
        // As on the platform: the name's IPv6 address first, and then the other.
        Assert.Equal(TimeSpan.FromMilliseconds(200), result.Time.ToTimeSpan());
    }

    [Fact]
    public async Task A_handler_may_call_another_host_in_its_turn()
    {
        using var lab = new WebLab();
        Host store = lab.Network.AddHost("store");
        lab.Network.Connect(lab.Server, store, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        lab.Serve(application => application.MapGet("/", () => "from the store"), on: store);
        HttpClient inner = lab.Server.CreateHttpClient();
        lab.Serve(application => application.MapGet("/", () => inner.GetStringAsync("http://store/")));
        string answer = "";

        RunResult result = await lab.RunAsync(async http => answer = await http.GetStringAsync("/"));

        Assert.Equal("from the store", answer);
        Assert.Equal(TimeSpan.FromMilliseconds(240), result.Time.ToTimeSpan());
    }

    [Fact]
    public async Task A_client_of_another_host_is_refused()
    {
        using var lab = new WebLab();
        using HttpClient servers = lab.Server.CreateHttpClient();

        var failure = await Assert.ThrowsAsync<ProgramFailedException>(() => lab.RunAsync(_ => servers.GetStringAsync("http://server/")));

        Assert.Contains("An HTTP client was used for host 'server' by program 'client' of host 'client'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_starts_outside_of_a_program_is_told_where_to_start()
    {
        using var lab = new WebLab();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseWavetank(lab.Server);
        WebApplication application = builder.Build();

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => application.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Do it inside a program of 'server': host.Run(async () => ...)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_in_real_time_is_refused()
    {
        using var net = new Network();
        Host host = net.AddHost("host");

        var failure = Assert.Throws<InvalidOperationException>(() => host.CreateHttpClient(configure: sockets => sockets.ConnectTimeout = TimeSpan.FromSeconds(3)));

        Assert.StartsWith("SocketsHttpHandler.ConnectTimeout is 00:00:03, which the platform measures in real time", failure.Message, StringComparison.Ordinal);
    }
}
