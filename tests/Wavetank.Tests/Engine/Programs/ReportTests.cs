using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Socket = Wavetank.Sockets.Socket;
using TcpListener = Wavetank.Sockets.TcpListener;

namespace Wavetank.Tests.Engine.Programs;

/// <summary>
/// What is told of a program that misuses the simulation, whole: which program, where in its code, at what simulated time, what every
/// other program and socket waits for, and what to do.
/// </summary>
[Collection(nameof(EscapeTests))]
public sealed partial class ReportTests : IDisposable
{
    private readonly Network _net = new();
    private readonly Host _server;
    private volatile bool _isDone;

    /// <summary>A network in which a listener, a blocking program and one with a delay wait beside the one under test.</summary>
    public ReportTests()
    {
        _server = _net.AddHost("server");
        Host other = _net.AddHost("other");
        other.Run(ListenAsync, "web");
        other.RunBlocking(ReceiveForever, "names");
        other.Run(async () => await PauseAsync(), "clock");
        _net.Simulator.Loop.PatienceMilliseconds = 20;
        _net.Simulator.StuckLimit = TimeSpan.FromMilliseconds(200);
    }

    public void Dispose()
    {
        _isDone = true;
        _net.Dispose();
    }

    [GeneratedRegex(@" in [^\n]*:line \d+")]
    private static partial Regex SourceLine { get; }

    // The platform's frames and Wavetank's own differ by how they were compiled; those of the program under test are what a reader looks for.
    [GeneratedRegex(@"^ +at (?!Wavetank\.Tests\.)[^\n]*\n|^ +at [^\n]*>b__[^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex OtherFrame { get; }

    // A program that comes back from the pool may be seen before or after it waits again.
    [GeneratedRegex("awaiting a (delay|task)")]
    private static partial Regex Awaiting { get; }

    [Fact]
    public void A_program_that_blocks_the_loop_on_a_task()
    {
        _server.Run(() => AfterAWhileAsync(BlockOnATask), "bad");
        AssertReport("blocked");
    }

    [Fact]
    public void A_program_that_sleeps_in_real_time()
    {
        _server.Run(() => AfterAWhileAsync(SleepForReal), "bad");
        AssertReport("asleep");
    }

    [Fact]
    public void A_program_that_sleeps_in_real_time_and_catches_what_wakes_it()
    {
        _server.Run(
            () => AfterAWhileAsync(() =>
            {
                try
                {
                    SleepForReal();
                }
                catch (ThreadInterruptedException)
                {
                }
            }),
            "bad");
        Assert.Contains("asleep, or in a wait that only real time ends", Assert.Throws<ProgramFailedException>(() => _net.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_asynchronous_program_that_spins()
    {
        _server.Run(() => AfterAWhileAsync(Spin), "bad");
        AssertReport("spinning");
        Assert.Contains("Make a new one", Assert.Throws<InvalidOperationException>(() => _net.Run()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blocking_program_that_spins()
    {
        _server.RunBlocking(
            () =>
            {
                _net.Sleep(TimeSpan.FromMilliseconds(5));
                Spin();
            },
            "bad");
        AssertReport("spinning-while-others-block");
    }

    [Fact]
    public void A_program_that_leaves_for_the_thread_pool_where_that_is_forbidden()
    {
        _net.Simulator.ForbidsEscapes = true;
        _server.Run(EscapeAsync, "bad");
        AssertReport("escaped");
    }

    [Fact]
    public void A_program_that_uses_a_socket_on_the_thread_pool()
    {
        _server.Run(
            async () =>
            {
                await _net.Delay(TimeSpan.FromMilliseconds(5));
                await Task.Run(OpenASocket);
            },
            "bad");
        AssertReport("socket-on-the-pool");
    }

    [Fact]
    public void Programs_that_wait_for_each_other()
    {
        object first = new(), second = new();
        _server.RunBlocking(() => LockBoth(first, second), "one");
        _server.RunBlocking(() => LockBoth(second, first), "two");
        _server.Run(AwaitNothingAsync, "three");

        RunResult result = _net.Run();

        Assert.Equal(RunEnd.Idle, result.End);
        AssertText("deadlock", result.Report);
        Assert.Equal(result.Report, Assert.Throws<InvalidOperationException>(result.EnsureCompleted).Message);
    }

    private void AssertReport(string name)
    {
        ProgramFailedException exception = Assert.Throws<ProgramFailedException>(() => _net.Run());
        Assert.Equal(exception.Report, exception.Message);
        AssertText(name, exception.Report);
    }

    private static void AssertText(string name, string report)
    {
        string text = Awaiting.Replace(OtherFrame.Replace(SourceLine.Replace(report, "") + "\n", ""), "awaiting a delay or a task");
        AcceptedFile.Matches(text, "tests", "Wavetank.Tests", "Engine", "Programs", "Snapshots", $"{name}.txt");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BlockOnATask() => new TaskCompletionSource().Task.Wait();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SleepForReal() => Thread.Sleep(TimeSpan.FromMinutes(5));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Spin()
    {
        while (!_isDone)
        {
            Thread.SpinWait(10);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OpenASocket() => new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp).Dispose();

    private async Task AfterAWhileAsync(Action action)
    {
        await _net.Delay(TimeSpan.FromMilliseconds(5));
        action();
    }

    private async Task EscapeAsync()
    {
        await _net.Delay(TimeSpan.FromMilliseconds(5));
        await Task.Run(OpenNothing);
        await _net.Delay(TimeSpan.FromMilliseconds(5));
    }

    private static void OpenNothing()
    {
    }

    private void LockBoth(object first, object second)
    {
        lock (first)
        {
            _net.Sleep(TimeSpan.FromMilliseconds(5));
            lock (second)
            {
            }
        }
    }

    private static async Task AwaitNothingAsync() => await new TaskCompletionSource().Task;

    private async Task PauseAsync() => await _net.Delay(TimeSpan.FromSeconds(30));

    private static async Task ListenAsync()
    {
        using var listener = new TcpListener(IPAddress.Any, 80);
        listener.Start();
        while (true)
        {
            (await listener.AcceptSocketAsync()).Dispose();
        }
    }

    private static void ReceiveForever()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 53));
        socket.Receive(new byte[1]);
    }
}
