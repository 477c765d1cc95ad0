using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Devices;

/// <summary>The shapes in which programs are run, how they end, and who waits for them.</summary>
public sealed class HostProgramTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Network _net = new();
    private readonly Host _host;
    private readonly List<string> _log = [];

    public HostProgramTests() => _host = _net.AddHost("server");

    public static TheoryData<string> Shapes => new(ProgramsByShape.Keys);

    /// <summary>Each runs for a second, and is given "a" or a token where it takes one. The number is its exit code.</summary>
    private static Dictionary<string, (int Code, Func<Network, Host, SimulatedProgram> Run)> ProgramsByShape { get; } = new()
    {
        ["Func<Task>"] = (0, (net, host) => host.Run(async () => await net.Delay(Second))),
        ["Func<Task<int>>"] = (3, (net, host) => host.Run(async () =>
        {
            await net.Delay(Second);
            return 3;
        })),
        ["Func<CancellationToken, Task>"] = (0, (net, host) => host.Run(async token => await net.Delay(Second, token))),
        ["Func<CancellationToken, Task<int>>"] = (3, (net, host) => host.Run(async token =>
        {
            await net.Delay(Second, token);
            return 3;
        })),
        ["Func<string[], Task>"] = (0, (net, host) => host.Run(async args => await net.Delay(args.Single() == "a" ? Second : default), ["a"])),
        ["Func<string[], Task<int>>"] = (3, (net, host) => host.Run(async args => await RunMainAsync(net, args), ["a"])),
        ["Action"] = (0, (net, host) => host.RunBlocking(() => net.Sleep(Second))),
        ["Func<int>"] = (3, (net, host) => host.RunBlocking(() => RunMain(net, ["a"]))),
        ["Action<CancellationToken>"] = (0, (net, host) => host.RunBlocking(token => net.Sleep(token.CanBeCanceled ? Second : default))),
        ["Func<CancellationToken, int>"] = (3, (net, host) => host.RunBlocking(token => RunMain(net, [token.CanBeCanceled ? "a" : "b"]))),
        ["Action<string[]>"] = (0, (net, host) => host.RunBlocking(args => net.Sleep(args.Single() == "a" ? Second : default), ["a"])),
        ["Func<string[], int>"] = (3, (net, host) => host.RunBlocking(args => RunMain(net, args), ["a"])),
    };

    public void Dispose() => _net.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_program_of_each_shape_tells_when_it_ran_and_what_it_ended_with(string shape)
    {
        SimulatedProgram program = null!;
        _net.At(Second, () => program = ProgramsByShape[shape].Run(_net, _host));
        _net.At(1.5 * Second, () => Assert.Equal((ProgramState.Running, null, null), (program.State, program.ExitCode, program.EndedAt)));

        Assert.Equal(RunEnd.Completed, _net.Run().End);

        Assert.Equal(
            (ProgramState.Ended, ProgramsByShape[shape].Code, SimulationTime.FromTimeSpan(Second), SimulationTime.FromTimeSpan(2 * Second)),
            (program.State, program.ExitCode, program.StartedAt, program.EndedAt));
    }

    [Fact]
    public void Programs_wait_for_others_and_see_their_exit_codes()
    {
        SimulatedProgram first = _host.Run(async () =>
        {
            await _net.Delay(Second);
            return 7;
        });
        SimulatedProgram second = _host.Run(async () =>
        {
            Log($"first {await first.WaitForExitAsync()}");
            await _net.Delay(Second);
            return 8;
        });
        _host.RunBlocking(() =>
        {
            Log($"second {second.WaitForExit()}");
            Log($"first {first.WaitForExit()}");
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["1: first 7", "2: second 8", "2: first 7"], _log);
    }

    [Fact]
    public void A_wait_for_a_program_can_be_cancelled()
    {
        SimulatedProgram server = _host.Run(() => new TaskCompletionSource().Task);
        _host.Run(async () =>
        {
            using var source = new CancellationTokenSource(Second, _net.TimeProvider);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await server.WaitForExitAsync(source.Token));
            Log("given up");
        });

        Assert.Equal(RunEnd.Idle, _net.Run().End);
        Assert.Equal(["1: given up"], _log);
    }

    [Fact]
    public void A_program_that_fails_ends_with_134_and_the_exception()
    {
        SimulatedProgram program = _host.Run(async () =>
        {
            await _net.Delay(Second);
            throw new FormatException("boom");
        });

        Assert.Throws<ProgramFailedException>(() => _net.Run());
        Assert.Equal((ProgramState.Failed, 134, 1_000_000_000L), (program.State, program.ExitCode, program.EndedAt!.Value.Nanoseconds));
        Assert.IsType<FormatException>(program.Exception);
    }

    [Fact]
    public void A_program_of_a_crashed_host_ends_with_137_and_who_waits_for_it_is_told()
    {
        SimulatedProgram program = _host.Run(async () => await _net.Delay(100 * Second));
        _net.AddHost("client").Run(async () => Log($"{await program.WaitForExitAsync()}"));
        _net.At(Second, _host.Crash);

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["1: 137"], _log);
    }

    [Fact]
    public void A_host_that_is_stopped_with_grace_lets_its_programs_clean_up()
    {
        SimulatedProgram neat = _host.Run(async token =>
        {
            try
            {
                await _net.Delay(100 * Second, token);
            }
            finally
            {
                await _net.Delay(Second, CancellationToken.None);
                Log("cleaned up");
            }
        });
        SimulatedProgram returning = _host.Run(async token =>
        {
            while (!token.IsCancellationRequested)
            {
                await _net.Delay(0.3 * Second, CancellationToken.None);
            }

            return 5;
        });
        _net.At(2 * Second, () => _host.Stop(grace: 10 * Second));
        _net.AddHost("clock").Run(async () =>
        {
            await _net.Delay(2.5 * Second);
            Log($"{_host.State}");
            await _net.Delay(0.6 * Second);
            Log($"{_host.State}");
        });

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal(["2.5: Running", "3: cleaned up", "3.1: Stopped"], _log);
        Assert.Equal((ProgramState.Ended, 143), (neat.State, neat.ExitCode));
        Assert.Equal((ProgramState.Ended, 5), (returning.State, returning.ExitCode));
    }

    [Fact]
    public void What_has_not_ended_when_the_grace_is_over_is_killed()
    {
        SimulatedProgram deaf = _host.RunBlocking(_ => _net.Sleep(100 * Second));
        SimulatedProgram without = _host.Run(async () => await _net.Delay(100 * Second));
        _net.At(2 * Second, () => _host.Stop(grace: 3 * Second));

        Assert.Equal(RunEnd.Completed, _net.Run().End);
        Assert.Equal((ProgramState.Killed, 137, 5_000_000_000L), (deaf.State, deaf.ExitCode, deaf.EndedAt!.Value.Nanoseconds));
        Assert.Equal(ProgramState.Killed, without.State);
        Assert.Equal(HostState.Stopped, _host.State);
    }

    [Fact]
    public void A_crash_cancels_the_token_for_what_can_still_run_and_calls_no_code_that_awaits()
    {
        CancellationToken seen = default;
        _host.Run(async token =>
        {
            seen = token;
            try
            {
                await Task.Delay(100 * Second, _net.TimeProvider, token);
            }
            finally
            {
                Log("finally");
            }
        });
        _net.At(Second, _host.Crash);

        _net.Run(10 * Second);
        Assert.True(seen.IsCancellationRequested);
        Assert.Empty(_log);
    }

    [Fact]
    public void A_host_that_crashes_while_it_stops_and_comes_back_is_not_stopped_later()
    {
        _host.AddService(async token => await _net.Delay(100 * Second, CancellationToken.None));
        _net.At(Second, () => _host.Stop(grace: 10 * Second));
        _net.At(2 * Second, _host.Crash);
        _net.At(3 * Second, _host.Start);

        _net.Run(20 * Second);
        Assert.Equal(HostState.Running, _host.State);
        Assert.Equal([ProgramState.Killed, ProgramState.Running], _net.Simulator.Programs.All.Select(program => program.State));
    }

    private static int RunMain(Network net, string[] args)
    {
        net.Sleep(args.Single() == "a" ? Second : default);
        return 3;
    }

    private static async Task<int> RunMainAsync(Network net, string[] args)
    {
        await net.Delay(args.Single() == "a" ? Second : default);
        return 3;
    }

    private void Log(string text) => _log.Add($"{_net.Now.ToTimeSpan().TotalSeconds}: {text}");
}
