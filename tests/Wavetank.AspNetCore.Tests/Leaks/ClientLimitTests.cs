using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;

namespace Wavetank.AspNetCore.Tests.Leaks;

/// <summary>HttpClient's limits, which the platform measures in real time: each is simulated time, or refused.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class ClientLimitTests
{
    public static TheoryData<string> Limits => new(SettersByLimit.Keys);

    private static Dictionary<string, Action<SocketsHttpHandler, TimeSpan>> SettersByLimit { get; } = new()
    {
        ["ConnectTimeout"] = (handler, time) => handler.ConnectTimeout = time,
        ["PooledConnectionIdleTimeout"] = (handler, time) => handler.PooledConnectionIdleTimeout = time,
        ["PooledConnectionLifetime"] = (handler, time) => handler.PooledConnectionLifetime = time,
        ["KeepAlivePingDelay"] = (handler, time) => handler.KeepAlivePingDelay = time,
        ["Expect100ContinueTimeout"] = (handler, time) => handler.Expect100ContinueTimeout = time,
        ["ResponseDrainTimeout"] = (handler, time) => handler.ResponseDrainTimeout = time,
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_that_the_platform_measures_is_refused_by_its_name(string limit)
    {
        using var net = new Network();
        Host host = net.AddHost("host");

        var failure = Assert.Throws<InvalidOperationException>(() => host.CreateHttpClient(configure: handler => SettersByLimit[limit](handler, TimeSpan.FromSeconds(3))));

        Assert.StartsWith($"SocketsHttpHandler.{limit} is 00:00:03, which the platform measures in real time", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HttpClient_Timeout_is_simulated_time()
    {
        using var lab = Slow();
        var failure = new TaskCanceledException();
        TimeSpan at = default;

        await lab.RunAsync(async http =>
        {
            http.Timeout = TimeSpan.FromSeconds(7);
            failure = await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetStringAsync("/", TestContext.Current.CancellationToken));
            at = lab.Network.Now.ToTimeSpan();
        });

        Assert.Equal(TimeSpan.FromSeconds(7), at);
        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.StartsWith("The request was canceled due to the simulated timeout of 7 seconds elapsing.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HttpClient_Timeout_may_be_longer_than_what_the_handler_has_by_itself()
    {
        using var lab = Slow();
        TimeSpan at = default;

        await lab.RunAsync(async _ =>
        {
            using var http = new HttpClient(lab.Client.CreateHttpHandler()) { Timeout = TimeSpan.FromHours(2) };
            Assert.Equal("late", await http.GetStringAsync("http://server/", TestContext.Current.CancellationToken));
            at = lab.Network.Now.ToTimeSpan();
        });

        Assert.Equal(TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(200), at);
    }

    [Fact]
    public async Task A_client_of_the_platform_on_a_handler_of_the_host_has_its_default_in_simulated_time()
    {
        using var lab = Slow();
        TimeSpan at = default;

        await lab.RunAsync(async _ =>
        {
            using var http = new HttpClient(lab.Client.CreateHttpHandler());
            await Assert.ThrowsAsync<TaskCanceledException>(() => http.GetStringAsync("http://server/", TestContext.Current.CancellationToken));
            at = lab.Network.Now.ToTimeSpan();
        });

        Assert.Equal(TimeSpan.FromSeconds(100), at);
    }

    [Fact]
    public async Task A_typed_client_that_sets_its_timeout_itself_has_it_in_simulated_time()
    {
        using var lab = Slow();
        lab.Serve(
            application => application.MapGet("/", (TypedClient client) => client.AskAsync()),
            builder => builder.Services.AddHttpClient<TypedClient>(),
            on: lab.Client);
        string answer = "";
        TimeSpan at = default;

        await lab.RunAsync(async http =>
        {
            answer = await http.GetStringAsync("http://localhost/", TestContext.Current.CancellationToken);
            at = lab.Network.Now.ToTimeSpan();
        });

        Assert.Equal("gave up", answer);
        Assert.Equal(TimeSpan.FromSeconds(4), at);
    }

    [Fact]
    public async Task Windows_that_follow_the_real_clock_are_refused()
    {
        string[] lines = await Workload.RunProcessAsync(2, "--dynamic-windows");

        Assert.StartsWith("HTTP/2's windows follow the real clock in this process", Assert.Single(lines), StringComparison.Ordinal);
    }

    // Its answer takes an hour.
    private static WebLab Slow()
    {
        var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", async (Microsoft.AspNetCore.Http.HttpContext context) =>
        {
            await Task.Delay(TimeSpan.FromHours(1), lab.Network.TimeProvider, context.RequestAborted);
            return "late";
        }));
        return lab;
    }

    private sealed class TypedClient
    {
        private readonly HttpClient _http;

        public TypedClient(HttpClient http)
        {
            _http = http;
            _http.Timeout = TimeSpan.FromSeconds(4);
        }

        public async Task<string> AskAsync()
        {
            try
            {
                return await _http.GetStringAsync("http://server/");
            }
            catch (TaskCanceledException)
            {
                return "gave up";
            }
        }
    }
}
