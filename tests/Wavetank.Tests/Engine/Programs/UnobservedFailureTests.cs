using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>What a task that nobody awaits ends with.</summary>
public sealed class UnobservedFailureTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public UnobservedFailureTests() => _host = _net.AddHost("server");

    public void Dispose() => _net.Dispose();

    [Fact]
    public void The_exception_of_a_dropped_task_fails_the_run_with_program_host_time_and_its_own_stack()
    {
        _host.Run(
            async () =>
            {
                for (int i = 1; i <= 3; i++)
                {
                    await _net.Delay(TimeSpan.FromMilliseconds(500));
                    _ = FailAsync(i);
                }
            },
            name: "web");

        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => _net.Run());

        Assert.StartsWith("Program 'web' on host 'server' failed at 0.501000000 s: FormatException: boom 1 (in a task that nobody awaits", exception.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FailAsync), exception.InnerException!.StackTrace, StringComparison.Ordinal);
        Assert.Equal(["boom 1", "boom 2", "boom 3"], _net.Simulator.UnobservedFailures.Select(failure => failure.Exception.Message));
        Assert.Equal(1_501_000_000, _net.Now.Nanoseconds);
    }

    [Fact]
    public void An_error_of_a_socket_in_a_dropped_task_is_told_of_and_fails_nothing()
    {
        _host.Run(
            async () =>
            {
                _ = ResetAsync();
                await _net.Delay(TimeSpan.FromSeconds(1));
            },
            name: "web");

        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Completed, result.End);
        UnobservedFailure failure = Assert.Single(result.Unobserved);
        Assert.Equal(("web", "server", 2_000_000L), (failure.Program, failure.Host, failure.Time.Nanoseconds));
        Assert.Contains("exception that nobody observed: SocketException", result.ToString(), StringComparison.Ordinal);

        async Task ResetAsync()
        {
            await _net.Delay(TimeSpan.FromMilliseconds(2));
            throw new SocketException((int)SocketError.ConnectionReset);
        }
    }

    [Fact]
    public void An_exception_that_somebody_observes_is_none_of_them()
    {
        _host.Run(async () =>
        {
            Task task = FailAsync(1);
            try
            {
                await task;
            }
            catch (FormatException)
            {
            }

            await Assert.ThrowsAsync<FormatException>(() => FailAsync(2));
        });

        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Completed, result.End);
        Assert.Empty(result.Unobserved);
    }

    [Fact]
    public void A_run_after_a_failure_does_not_say_that_all_went_well()
    {
        _host.Run(() => throw new FormatException("boom"), name: "web");
        Assert.Throws<ProgramFailedException>(() => _net.Run());

        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Failed, result.End);
        Assert.Contains("after a failure: Program 'web' on host 'server' failed at 0.000000000 s: FormatException: boom", result.ToString(), StringComparison.Ordinal);
    }

    private async Task FailAsync(int number)
    {
        await _net.Delay(TimeSpan.FromMilliseconds(1));
        throw new FormatException($"boom {number}");
    }
}
