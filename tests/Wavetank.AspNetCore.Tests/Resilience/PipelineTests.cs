using Microsoft.AspNetCore.Builder;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Wavetank.AspNetCore.Tests.Support;
using Wavetank.Devices;
using Wavetank.Devices.Faults;

namespace Wavetank.AspNetCore.Tests.Resilience;

/// <summary>Polly's pipelines, with the host's clock, around requests over a network that fails.</summary>
[Collection(nameof(ThreadPoolTests))]
public sealed class PipelineTests
{
    [Fact]
    public async Task Attempts_over_a_cut_link_follow_the_exponential_delay_until_one_gets_through()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        List<string> log = [];
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = lab.Client.TimeProvider }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>(),
                MaxRetryAttempts = 5,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                OnRetry = retry => Note($"waits {retry.RetryDelay.TotalSeconds}"),
            })
            .AddTimeout(TimeSpan.FromSeconds(1))
            .Build();

        await lab.RunAsync(async http =>
        {
            await http.GetStringAsync("/");
            lab.Link.Cut();
            lab.Network.At(TimeSpan.FromSeconds(10), lab.Link.Restore);
            string answer = await pipeline.ExecuteAsync(async token => await http.GetStringAsync("/", token));
            await Note(answer);
        });

        // Attempts start at 0.2, 2.2, 5.2 and 10.2. The connection that the second one asks for is given up 5 s after it, at 8.2, so that the
        // fourth makes its own: two round trips.
        Assert.Equal(["waits 1 at 1.2", "waits 2 at 3.2", "waits 4 at 6.2", "hello at 10.4"], log);

        ValueTask Note(string what)
        {
            log.Add($"{what} at {lab.Network.Now.TotalSeconds:0.0##}");
            return default;
        }
    }

    [Fact]
    public async Task A_circuit_opens_in_a_partition_and_closes_after_its_break_in_simulated_time()
    {
        using var lab = new WebLab();
        lab.Serve(application => application.MapGet("/", () => "hello"));
        List<string> log = [];
        ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = lab.Client.TimeProvider }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>(),
                FailureRatio = 0.5,
                MinimumThroughput = 2,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
                OnOpened = _ => Note("opens"),
                OnHalfOpened = _ => Note("tries"),
                OnClosed = _ => Note("closes"),
            })
            .AddTimeout(TimeSpan.FromSeconds(2))
            .Build();
        FaultHandle partition = lab.Network.Faults.Partition(lab.Client, lab.Server);
        lab.Network.At(TimeSpan.FromSeconds(10), () => partition.Heal());
        int refused = 0;

        await lab.RunAsync(async http =>
        {
            while (lab.Network.Now.TotalSeconds < 21)
            {
                try
                {
                    await Note(await pipeline.ExecuteAsync(async token => await http.GetStringAsync("/", token)));
                }
                catch (TimeoutRejectedException)
                {
                    await Note("no answer");
                }
                catch (BrokenCircuitException)
                {
                    refused++;
                }

                await lab.Network.Delay(TimeSpan.FromSeconds(1));
            }
        });

        Assert.Equal(
            ["no answer at 2.0", "opens at 5.0", "no answer at 5.0", "tries at 20.0", "closes at 20.2", "hello at 20.2"],
            log);
        Assert.Equal(14, refused);

        ValueTask Note(string what)
        {
            log.Add($"{what} at {lab.Network.Now.TotalSeconds:0.0##}");
            return default;
        }
    }

    [Fact]
    public async Task Hedged_requests_start_by_simulated_time_and_the_first_answer_wins()
    {
        using var lab = new WebLab();
        int asked = 0;
        lab.Serve(application => application.MapGet("/", async (TimeProvider time) =>
        {
            int number = ++asked;
            await Task.Delay(TimeSpan.FromSeconds(number == 1 ? 60 : 1), time);
            return $"answer to {number}";
        }));
        ResiliencePipeline<string> pipeline = new ResiliencePipelineBuilder<string> { TimeProvider = lab.Client.TimeProvider }
            .AddHedging(new() { Delay = TimeSpan.FromSeconds(5) })
            .Build();
        string answer = "";

        RunResult result = await lab.RunAsync(async http => answer = await pipeline.ExecuteAsync(async token => await http.GetStringAsync("/", token)));

        // The second one is sent after 5 s over a connection of its own: two round trips, and its second.
        Assert.Equal("answer to 2", answer);
        Assert.Equal(TimeSpan.FromSeconds(6.2), result.Time.ToTimeSpan());
    }
}
