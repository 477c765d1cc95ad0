using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Tests.Engine.Programs;

public sealed class ProgramFailureTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _host;

    public ProgramFailureTests() => _host = _net.AddHost("server");

    public static TheoryData<string> Failures => new(FailuresByName.Keys);

    /// <summary>Ways in which the code of a program fails after 1.5 s.</summary>
    private static Dictionary<string, Action<Network, Host>> FailuresByName { get; } = new()
    {
        ["async program"] = (net, host) => host.Run(
            async () =>
            {
                await net.Simulator.SleepAsync(1500);
                Explode();
            },
            name: "web"),
        ["async program, before its first await"] = (_, host) => host.Run(
            () =>
            {
                Explode();
                return Task.CompletedTask;
            },
            name: "web",
            delay: TimeSpan.FromMilliseconds(1500)),
        ["blocking program"] = (net, host) => host.RunBlocking(
            () =>
            {
                net.Simulator.Sleep(1500);
                Explode();
            },
            name: "web"),
        ["async void method"] = (net, host) => host.Run(
            async () =>
            {
                FireAndForget(net);
                await net.Simulator.SleepAsync(9999);
            },
            name: "web"),
        ["async void method of a blocking program"] = (net, host) => host.RunBlocking(
            () =>
            {
                FireAndForget(net);
                net.Simulator.Sleep(9999);
            },
            name: "web"),
        ["timer callback"] = (net, host) => host.Run(
            async () =>
            {
                using ITimer timer = net.TimeProvider.CreateTimer(_ => Explode(), null, TimeSpan.FromMilliseconds(1500), Timeout.InfiniteTimeSpan);
                await net.Simulator.SleepAsync(9999);
            },
            name: "web"),
        ["action of a program"] = (net, host) => host.Run(
            async () =>
            {
                net.At(TimeSpan.FromMilliseconds(1500), Explode);
                await net.Simulator.SleepAsync(9999);
            },
            name: "web"),
        ["posted callback"] = (net, host) => host.RunBlocking(
            () =>
            {
                net.Simulator.Sleep(1500);
                SynchronizationContext.Current!.Post(_ => Explode(), null);
                net.Simulator.Sleep(9999);
            },
            name: "web"),
    };

    public void Dispose() => _net.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_ends_the_run_with_program_host_and_simulated_time_and_its_own_stack(string name)
    {
        FailuresByName[name](_net, _host);

        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => _net.Run());

        Assert.Equal("Program 'web' on host 'server' failed at 1.500000000 s: FormatException: boom", exception.Message);
        Assert.IsType<FormatException>(exception.InnerException);
        Assert.Contains(nameof(Explode), exception.InnerException.StackTrace);
        Assert.Equal(1_500_000_000, _net.Now.Nanoseconds);
    }

    [Fact]
    public void An_action_that_fails_outside_of_any_program_ends_the_run_with_its_time()
    {
        _net.At(TimeSpan.FromSeconds(2), Explode);
        _host.RunBlocking(() => _net.Simulator.Sleep(9999));

        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => _net.Run());

        Assert.Equal("The simulation failed at 2.000000000 s: FormatException: boom", exception.Message);
        Assert.Contains(nameof(Explode), exception.InnerException!.StackTrace);
    }

    [Fact]
    public void A_program_that_failed_says_so()
    {
        SimulatedProgram failing = _host.RunBlocking(Explode);
        SimulatedProgram waiting = _host.RunBlocking(() => _net.Simulator.Sleep(10));
        SimulatedProgram later = _host.Run(() => Task.CompletedTask, delay: TimeSpan.FromSeconds(1));

        Assert.Throws<ProgramFailedException>(() => _net.Run());

        Assert.Equal(ProgramState.Failed, failing.State);
        Assert.IsType<FormatException>(failing.Exception);
        Assert.Equal(ProgramState.Scheduled, later.State);
        Assert.NotEqual(ProgramState.Failed, waiting.State);
    }

    [Fact]
    public void After_a_failure_the_run_can_go_on_without_the_program()
    {
        var log = new List<string>();
        _host.Run(async () =>
        {
            await _net.Simulator.SleepAsync(10);
            Explode();
        });
        SimulatedProgram other = _host.RunBlocking(() =>
        {
            _net.Simulator.Sleep(20);
            log.Add("other");
        });

        Assert.Throws<ProgramFailedException>(() => _net.Run());
        Assert.Equal(ProgramState.Running, other.State);

        Assert.Equal(RunEnd.Failed, _net.Run().End);
        Assert.Equal(["other"], log);
        Assert.Equal(20_000_000, _net.Now.Nanoseconds);
    }

    [Fact]
    public void Of_two_failures_at_one_instant_the_first_is_thrown()
    {
        _host.Run(() => throw new FormatException("first"), name: "one");
        _host.Run(() => throw new FormatException("second"), name: "two");

        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => _net.Run());

        Assert.Contains("'one'", exception.Message);
        Assert.Contains("first", exception.Message);
    }

    private static async void FireAndForget(Network net)
    {
        await net.Simulator.SleepAsync(1500);
        Explode();
    }

    private static void Explode() => throw new FormatException("boom");
}
