using Wavetank.Testing.Exploration;
using Wavetank.Testing.Tests.Support;

namespace Wavetank.Testing.Tests.Exploration;

public sealed class ExplorerTests
{
    [Fact]
    public void The_result_does_not_depend_on_the_number_of_workers()
    {
        ExplorationResult[] results = [.. new[] { 1, 2, 5 }.Select(workers => Explorer.Run(Pass, new() { Seeds = 30, Workers = workers }))];

        Assert.Null(results[0].Failure);
        Assert.Equal(30, results[0].Seeds);
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void Each_seed_gives_another_run_and_the_same_seed_the_same()
    {
        string[] digests = [.. Enumerable.Range(1, 5).Select(seed => Explorer.Run(Pass, new() { FirstSeed = (ulong)seed, Seeds = 1 }).Digest)];

        Assert.Distinct(digests);
        Assert.Equal(digests[3], Explorer.Run(Pass, new() { FirstSeed = 4, Seeds = 1 }).Digest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_least_seed_that_fails_is_told_of(int workers)
    {
        ExplorationResult result = Explorer.Run(simulation => Assert.DoesNotContain(simulation.Seed, new ulong[] { 12, 13, 17 }), new() { Workers = workers });

        Assert.Equal((12UL, 12), (result.Failure!.Seed, result.Seeds));
        Assert.Throws<SimulationFailedException>(result.EnsurePassed);
    }

    [Fact]
    public async Task Programs_that_use_the_thread_pool_are_explored_one_run_at_a_time()
    {
        int running = 0;
        ExplorationResult result = await Explorer.RunAsync(
            async simulation =>
            {
                Assert.Equal(1, Interlocked.Increment(ref running));
                int sum = 0;
                simulation.Network.AddHost("host").Run(async () =>
                {
                    int[] parts = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => Task.Run(() => number)));
                    await simulation.Network.Delay(Labs.Second);
                    sum = parts.Sum();
                });
                await simulation.RunAsync();
                Assert.Equal(55, sum);
                Interlocked.Decrement(ref running);
            },
            new() { Seeds = 5 },
            TestContext.Current.CancellationToken);

        Assert.Null(result.Failure);
        Assert.Equal(TimeSpan.FromSeconds(5), result.Simulated);
    }

    [Fact]
    public async Task A_cancelled_exploration_ends()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAsync<OperationCanceledException>(() => Explorer.RunAsync(
            async simulation =>
            {
                if (simulation.Seed == 3)
                {
                    await source.CancelAsync();
                }
            },
            new() { Seeds = 1_000_000 },
            source.Token));
    }

    [Fact]
    public void Options_out_of_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Explorer.Run(Pass, new() { Seeds = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Explorer.Run(Pass, new() { Workers = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Explorer.Run(Pass, new() { ShrinkRuns = -1 }));
    }

    private static void Pass(Simulation simulation)
    {
        Labs.Ticks(simulation);
        simulation.Storm(Labs.Weather);
        simulation.Run();
    }
}
