using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Devices;

/// <summary>What starts with a host and again with it: in the shapes in which programs are run, with arguments and exit codes.</summary>
public sealed class HostServiceTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Network _net = new();
    private readonly Host _host;

    public HostServiceTests() => _host = _net.AddHost("server");

    public static TheoryData<string> Shapes => new(ServicesByShape.Keys);

    /// <summary>Each runs for three seconds, and is given "a" or a token where it takes one. The number is its exit code.</summary>
    private static Dictionary<string, (int Code, Func<Network, Host, HostService> Add)> ServicesByShape { get; } = new()
    {
        ["Func<Task>"] = (0, (net, host) => host.AddService(async () => await net.Delay(3 * Second))),
        ["Func<Task<int>>"] = (3, (net, host) => host.AddService(async () => await RunMainAsync(net, ["a"], default))),
        ["Func<CancellationToken, Task>"] = (0, (net, host) => host.AddService(async token => await net.Delay(3 * Second, token))),
        ["Func<CancellationToken, Task<int>>"] = (3, (net, host) => host.AddService(async token => await RunMainAsync(net, ["a"], token))),
        ["Func<string[], Task>"] = (0, (net, host) => host.AddService(async args => await net.Delay(args.Single() == "a" ? 3 * Second : default), ["a"])),
        ["Func<string[], Task<int>>"] = (3, (net, host) => host.AddService(async args => await RunMainAsync(net, args, default), ["a"])),
        ["Action"] = (0, (net, host) => host.AddBlockingService(() => net.Sleep(3 * Second))),
        ["Func<int>"] = (3, (net, host) => host.AddBlockingService(() => RunMain(net, ["a"]))),
        ["Action<CancellationToken>"] = (0, (net, host) => host.AddBlockingService(token => net.Sleep(token.CanBeCanceled ? 3 * Second : default))),
        ["Func<CancellationToken, int>"] = (3, (net, host) => host.AddBlockingService(token => RunMain(net, [token.CanBeCanceled ? "a" : "b"]))),
        ["Action<string[]>"] = (0, (net, host) => host.AddBlockingService(args => net.Sleep(args.Single() == "a" ? 3 * Second : default), ["a"])),
        ["Func<string[], int>"] = (3, (net, host) => host.AddBlockingService(args => RunMain(net, args), ["a"])),
    };

    public void Dispose() => _net.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_service_of_each_shape_is_a_program_for_each_start_of_its_host_with_its_exit_code(string shape)
    {
        HostService service = ServicesByShape[shape].Add(_net, _host);
        _net.At(Second, _host.Crash);
        _net.At(2 * Second, _host.Start);
        _net.At(4 * Second, () => Assert.Equal((ProgramState.Running, null), (service.Program!.State, service.ExitCode)));

        Assert.Equal(RunEnd.Completed, _net.Run().End);

        Assert.Equal(["program-1: Killed with 137 at 1", $"program-1: Ended with {ServicesByShape[shape].Code} at 5"], service.Programs.Select(Describe));
        Assert.Equal((service.Programs[1], ServicesByShape[shape].Code), (service.Program, service.ExitCode));
        Assert.Equal(service.Programs, _host.Programs);
    }

    [Fact]
    public void Each_start_has_the_arguments_that_the_service_was_added_with()
    {
        List<string> seen = [];
        string[] args = ["--port", "80"];
        _host.AddService(
            own =>
            {
                seen.Add(string.Join(' ', own));
                own[1] = "changed by the program";
                return Task.CompletedTask;
            },
            args);
        args[1] = "changed by the test";
        _net.At(Second, _host.Stop);
        _net.At(2 * Second, _host.Start);

        _net.Run();
        Assert.Equal(["--port 80", "--port 80"], seen);
    }

    [Fact]
    public void Services_start_in_the_order_in_which_they_were_added_each_after_its_delay()
    {
        List<string> seen = [];
        _host.AddService(() => Note("late"), "late", delay: Second);
        _host.AddBlockingService(() => { _ = Note("first"); }, "first");
        _host.AddService(() => Note("second"), "second");
        _net.At(5 * Second, _host.Crash);
        _net.At(6 * Second, _host.Start);

        _net.Run();

        Assert.Equal(["0 first", "0 second", "1 late", "6 first", "6 second", "7 late"], seen);
        Assert.Equal(["late", "first", "second"], _host.Services.Select(service => service.Name));

        Task Note(string name)
        {
            seen.Add($"{_net.Now.ToTimeSpan().TotalSeconds} {name}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void A_service_that_is_added_to_a_host_without_power_waits_for_its_start()
    {
        HostService service = null!;
        _net.At(Second, _host.Crash);
        _net.At(2 * Second, () =>
        {
            service = _host.AddService(() => Task.FromResult(7));
            Assert.Equal((null, null), (service.Program, service.ExitCode));
        });
        _net.At(3 * Second, _host.Start);

        _net.Run();
        Assert.Equal(["program-1: Ended with 7 at 3"], service.Programs.Select(Describe));
    }

    [Fact]
    public void A_service_that_is_added_to_a_paused_host_runs_once_that_goes_on()
    {
        HostService service = null!;
        _net.At(Second, _host.Pause);
        _net.At(2 * Second, () => service = _host.AddService(() => Task.FromResult(7)));
        _net.At(3 * Second, _host.Resume);

        _net.Run();
        Assert.Equal(["program-1: Ended with 7 at 3"], service.Programs.Select(Describe));
    }

    [Fact]
    public void A_service_that_is_asked_to_end_returns_what_it_likes()
    {
        HostService service = _host.AddService(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, _net.TimeProvider, token).ContinueWith(_ => { }, TaskContinuationOptions.ExecuteSynchronously);
            return 5;
        });
        _net.At(Second, () => _host.Stop(grace: Second));

        _net.Run();
        Assert.Equal(["program-1: Ended with 5 at 1"], service.Programs.Select(Describe));
    }

    [Fact]
    public void The_result_has_all_programs_and_says_who_returned_a_failure()
    {
        Host client = _net.AddHost("client");
        _host.AddService(RunMainAsyncWithArguments, ["a"], "api");
        client.RunBlocking(() => { _net.Sleep(Second); });
        client.Run(() => Task.FromResult(1), "probe", delay: 4 * Second);
        _net.At(Second / 2, _host.Crash);
        _net.At(Second, _host.Start);

        RunResult result = _net.Run();

        Assert.Equal(
            ["api: Killed with 137 at 0.5", "program-1: Ended with 0 at 1", "probe: Ended with 1 at 4", "api: Ended with 3 at 4"],
            result.Programs.OrderBy(program => program.EndedAt).Select(Describe));
        Assert.Equal(
            ["program 'probe' of host 'client' ended at 4.000000000 s with exit code 1", "program 'api' of host 'server' ended at 4.000000000 s with exit code 3"],
            result.ToString().Split('\n')[1..]);

        Task<int> RunMainAsyncWithArguments(string[] args) => RunMainAsync(_net, args, default);
    }

    [Fact]
    public void The_result_names_ten_failures_and_counts_the_others()
    {
        for (int i = 0; i < 12; i++)
        {
            _host.Run(() => Task.FromResult(1));
        }

        string[] lines = _net.Run().ToString().Split('\n');

        Assert.Equal(12, lines.Length);
        Assert.Equal("and 2 more", lines[^1]);
    }

    private static string Describe(SimulatedProgram program) => $"{program.Name}: {program.State} with {program.ExitCode} at {program.EndedAt?.ToTimeSpan().TotalSeconds}";

    private static int RunMain(Network net, string[] args)
    {
        net.Sleep(args.Single() == "a" ? 3 * Second : default);
        return 3;
    }

    private static async Task<int> RunMainAsync(Network net, string[] args, CancellationToken token)
    {
        await net.Delay(args.Single() == "a" ? 3 * Second : default, token);
        return 3;
    }
}
