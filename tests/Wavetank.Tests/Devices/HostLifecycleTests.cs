using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using Socket = Wavetank.Sockets.Socket;
using TcpClient = Wavetank.Sockets.TcpClient;
using TcpListener = Wavetank.Sockets.TcpListener;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices;

/// <summary>Hosts that crash, stop, pause and come back.</summary>
public sealed class HostLifecycleTests : IDisposable
{
    private const int Port = 5000;

    private readonly Network _network = new(seed: 1);
    private readonly Host _client;
    private readonly Host _server;
    private readonly List<string> _log = [];

    public HostLifecycleTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _network.Connect(_client, _server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_program_of_a_crashed_host_never_goes_on()
    {
        SimulatedProgram program = _server.Run(async () =>
        {
            try
            {
                await _network.Delay(TimeSpan.FromSeconds(2));
                _log.Add("went on");
            }
            finally
            {
                _log.Add("finally");
            }
        });
        At(1, _server.Crash);
        _network.Run(TimeSpan.FromSeconds(10));

        Assert.Empty(_log);
        Assert.Equal(ProgramState.Killed, program.State);
        Assert.Equal(HostState.Crashed, _server.State);
    }

    [Fact]
    public void A_timer_of_a_crashed_host_never_fires()
    {
        _server.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300), _network.TimeProvider);
            while (await timer.WaitForNextTickAsync())
            {
                _log.Add(Seconds);
            }
        });
        At(1, _server.Crash);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["0.3", "0.6", "0.9"], _log);
    }

    [Fact]
    public void A_blocking_program_of_a_crashed_host_unwinds_and_may_not_use_its_sockets()
    {
        SimulatedProgram program = _server.RunBlocking(() =>
        {
            using var socket = new UdpClient(Port);
            try
            {
                IPEndPoint? from = null;
                socket.Receive(ref from);
            }
            finally
            {
                _log.Add(Assert.Throws<SocketException>(() => socket.Send([1], new IPEndPoint(_client.Address, 7))).SocketErrorCode.ToString());
            }
        });
        At(1, _server.Crash);
        _network.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(["NetworkDown"], _log);
        Assert.Equal(ProgramState.Killed, program.State);
        Assert.Equal(0, _network.Simulator.Programs.Running);
    }

    [Fact]
    public void Two_blocking_programs_of_a_crashed_host_both_end()
    {
        SimulatedProgram first = _server.RunBlocking(() => _network.Sleep(TimeSpan.FromHours(1)));
        SimulatedProgram second = _server.RunBlocking(() => _network.Sleep(TimeSpan.FromHours(1)));
        _client.RunBlocking(() =>
        {
            _network.Sleep(TimeSpan.FromSeconds(1));
            _server.Crash();
            _network.Sleep(TimeSpan.FromSeconds(1));
            _log.Add(Seconds);
        });
        Assert.Equal(RunEnd.Completed, _network.Run().End);
        Assert.Equal([ProgramState.Killed, ProgramState.Killed], [first.State, second.State]);
        Assert.Equal(["2"], _log);
    }

    [Fact]
    public void A_program_may_crash_its_own_host()
    {
        _server.Run(async () =>
        {
            _server.Crash();
            _log.Add("still here until it waits");
            await _network.Delay(TimeSpan.FromSeconds(1));
            _log.Add("went on");
        });
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["still here until it waits"], _log);
    }

    [Fact]
    public void A_peer_of_a_crashed_host_hears_nothing_and_of_one_that_is_back_a_RST()
    {
        RunEchoServer();
        _client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(_server.Address, Port);
            await Echo(client);
            await _network.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(2)));
            await client.Client.SendAsync(new byte[] { 1 }, SocketFlags.None);
            await ReceiveUntilError(client.Client);
        });
        At(1, _server.Crash);
        At(5, _server.Start);
        _network.Run(TimeSpan.FromMinutes(1));

        // The byte is sent again 220 ms later as a loss probe, then after 220 ms, 440 ms and so on: at 5.52 s it meets a host that knows nothing of it.
        Assert.Equal(["echo", "ConnectionReset at 5.54"], _log);
    }

    [Fact]
    public void A_peer_of_a_stopped_host_reads_the_end_of_the_stream_and_is_then_refused()
    {
        RunEchoServer();
        _client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(_server.Address, Port);
            await Echo(client);
            _log.Add($"read {await client.Client.ReceiveAsync(new byte[1], SocketFlags.None)} at {Seconds}");
            using var second = new TcpClient();
            SocketException refused = await Assert.ThrowsAsync<SocketException>(async () => await second.ConnectAsync(_server.Address, Port));
            _log.Add(refused.SocketErrorCode.ToString());
        });
        At(1, _server.Stop);
        _network.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(["echo", "read 0 at 1.01", "ConnectionRefused"], _log);
    }

    [Fact]
    public void Services_run_anew_when_their_host_is_started_again()
    {
        int starts = 0;
        _server.AddService(async () =>
        {
            int number = ++starts;
            using var socket = new UdpClient(Port);
            while (true)
            {
                await socket.ReceiveAsync();
                _log.Add($"{number} at {Seconds}");
            }
        });
        _client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            for (int i = 1; i <= 3; i++)
            {
                await _network.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(i)));
                await socket.SendAsync(new byte[1], new IPEndPoint(_server.Address, Port));
            }
        });
        At(1.5, _server.Crash);
        At(2.5, _server.Start);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["1 at 1.01", "2 at 3.01"], _log);
    }

    [Fact]
    public void A_paused_program_gets_what_came_meanwhile_in_its_order_when_it_goes_on()
    {
        _server.AddService(async () =>
        {
            using var socket = new UdpClient(Port);
            while (true)
            {
                _log.Add($"{(await socket.ReceiveAsync()).Buffer[0]} at {Seconds}");
            }
        });
        _client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            for (byte i = 1; i <= 4; i++)
            {
                await _network.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(i)));
                await socket.SendAsync(new[] { i }, new IPEndPoint(_server.Address, Port));
            }
        });
        At(1.5, _server.Pause);
        At(3.5, _server.Resume);
        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["1 at 1.01", "2 at 3.5", "3 at 3.5", "4 at 4.01"], _log);
    }

    [Fact]
    public void A_paused_host_acknowledges_until_its_buffer_is_full()
    {
        RunEchoServer();
        long sent = 0;
        _client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(_server.Address, Port);
            _server.Pause();
            while (true)
            {
                sent += await client.Client.SendAsync(new byte[1000], SocketFlags.None);
            }
        });
        _network.Run(TimeSpan.FromMinutes(10));
        TcpFlow atServer = Assert.Single(_network.TcpFlows, flow => flow.Host == "server");
        Assert.True(sent > 100_000);
        Assert.Equal("Established", atServer.Info.State.ToString());
    }

    [Fact]
    public void A_timer_that_was_due_often_during_a_pause_calls_once_after_it()
    {
        _server.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _network.TimeProvider);
            while (await timer.WaitForNextTickAsync())
            {
                _log.Add(Seconds);
            }
        });
        At(1.5, _server.Pause);
        At(4.5, _server.Resume);
        _network.Run(TimeSpan.FromSeconds(6.5));
        Assert.Equal(["1", "4.5", "5", "6"], _log);
    }

    [Fact]
    public void What_arrives_at_a_crashed_host_is_dropped_and_counted()
    {
        _client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            await socket.SendAsync(new byte[1], new IPEndPoint(_server.Address, Port));
        });
        _server.Crash();
        _network.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _network.Events.Drops(_server.Stack.Point, Wavetank.Packets.DropReason.HostDown));
    }

    [Fact]
    public void A_program_cannot_be_started_on_a_host_without_power()
    {
        _server.Crash();
        _network.Run(TimeSpan.FromSeconds(1));
        Assert.Contains("call Start", Assert.Throws<InvalidOperationException>(() => _server.Run(() => Task.CompletedTask)).Message, StringComparison.Ordinal);
    }

    private string Seconds => _network.Now.ToTimeSpan().TotalSeconds.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private void At(double seconds, Action action) => _network.At(TimeSpan.FromSeconds(seconds), action);

    private void RunEchoServer() => _server.AddService(async () =>
    {
        var listener = new TcpListener(IPAddress.Any, Port);
        listener.Start();
        while (true)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
    });

    private static async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            var buffer = new byte[100];
            int count;
            while ((count = await client.Client.ReceiveAsync(buffer, SocketFlags.None)) > 0)
            {
                await client.Client.SendAsync(buffer.AsMemory(0, count), SocketFlags.None);
            }
        }
    }

    private async Task Echo(TcpClient client)
    {
        await client.Client.SendAsync(new byte[] { 1 }, SocketFlags.None);
        await client.Client.ReceiveAsync(new byte[1], SocketFlags.None);
        _log.Add("echo");
    }

    private async Task ReceiveUntilError(Socket socket)
    {
        SocketException error = await Assert.ThrowsAsync<SocketException>(async () => await socket.ReceiveAsync(new byte[1], SocketFlags.None));
        _log.Add($"{error.SocketErrorCode} at {Seconds}");
    }
}
