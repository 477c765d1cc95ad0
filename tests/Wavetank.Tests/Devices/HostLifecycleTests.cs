using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Tests.Devices.Support;
using TcpClient = Wavetank.Sockets.TcpClient;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices;

/// <summary>Hosts that crash, stop, pause and come back.</summary>
public sealed class HostLifecycleTests : HostLifecycleRig
{
    [Fact]
    public void A_program_of_a_crashed_host_never_goes_on()
    {
        SimulatedProgram program = Server.Run(async () =>
        {
            try
            {
                await Net.Delay(TimeSpan.FromSeconds(2));
                Log.Add("went on");
            }
            finally
            {
                Log.Add("finally");
            }
        });
        At(1, Server.Crash);
        Net.Run(TimeSpan.FromSeconds(10));

        Assert.Empty(Log);
        Assert.Equal(ProgramState.Killed, program.State);
        Assert.Equal(HostState.Crashed, Server.State);
    }

    [Fact]
    public void A_timer_of_a_crashed_host_never_fires()
    {
        Server.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(300), Net.TimeProvider);
            while (await timer.WaitForNextTickAsync())
            {
                Log.Add(Seconds);
            }
        });
        At(1, Server.Crash);
        Net.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["0.3", "0.6", "0.9"], Log);
    }

    [Fact]
    public void A_blocking_program_of_a_crashed_host_unwinds_and_may_not_use_its_sockets()
    {
        SimulatedProgram program = Server.RunBlocking(() =>
        {
            using var socket = new UdpClient(Port);
            try
            {
                IPEndPoint? from = null;
                socket.Receive(ref from);
            }
            finally
            {
                Log.Add(Assert.Throws<SocketException>(() => socket.Send([1], new IPEndPoint(Client.Address, 7))).SocketErrorCode.ToString());
            }
        });
        At(1, Server.Crash);
        Net.Run(TimeSpan.FromSeconds(10));

        Assert.Equal(["NetworkDown"], Log);
        Assert.Equal(ProgramState.Killed, program.State);
        Assert.Equal(0, Net.Simulator.Programs.Running);
    }

    [Fact]
    public void Two_blocking_programs_of_a_crashed_host_both_end()
    {
        SimulatedProgram first = Server.RunBlocking(() => Net.Sleep(TimeSpan.FromHours(1)));
        SimulatedProgram second = Server.RunBlocking(() => Net.Sleep(TimeSpan.FromHours(1)));
        Client.RunBlocking(() =>
        {
            Net.Sleep(TimeSpan.FromSeconds(1));
            Server.Crash();
            Net.Sleep(TimeSpan.FromSeconds(1));
            Log.Add(Seconds);
        });
        Assert.Equal(RunEnd.Completed, Net.Run().End);
        Assert.Equal([ProgramState.Killed, ProgramState.Killed], [first.State, second.State]);
        Assert.Equal(["2"], Log);
    }

    [Fact]
    public void A_program_may_crash_its_own_host()
    {
        Server.Run(async () =>
        {
            Server.Crash();
            Log.Add("still here until it waits");
            await Net.Delay(TimeSpan.FromSeconds(1));
            Log.Add("went on");
        });
        Net.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["still here until it waits"], Log);
    }

    [Fact]
    public void A_peer_of_a_crashed_host_hears_nothing_and_of_one_that_is_back_a_RST()
    {
        RunEchoServer();
        Client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Server.Address, Port);
            await Echo(client);
            await Net.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(2)));
            await client.Client.SendAsync(new byte[] { 1 }, SocketFlags.None);
            await ReceiveUntilError(client.Client);
        });
        At(1, Server.Crash);
        At(5, Server.Start);
        Net.Run(TimeSpan.FromMinutes(1));

        // The byte is sent again 220 ms later as a loss probe, then after 220 ms, 440 ms and so on: at 5.52 s it meets a host that knows nothing of it.
        Assert.Equal(["echo", "ConnectionReset at 5.54"], Log);
    }

    [Fact]
    public void A_peer_of_a_stopped_host_reads_the_end_of_the_stream_and_is_then_refused()
    {
        RunEchoServer();
        Client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Server.Address, Port);
            await Echo(client);
            Log.Add($"read {await client.Client.ReceiveAsync(new byte[1], SocketFlags.None)} at {Seconds}");
            using var second = new TcpClient();
            SocketException refused = await Assert.ThrowsAsync<SocketException>(async () => await second.ConnectAsync(Server.Address, Port));
            Log.Add(refused.SocketErrorCode.ToString());
        });
        At(1, Server.Stop);
        Net.Run(TimeSpan.FromMinutes(1));
        Assert.Equal(["echo", "read 0 at 1.01", "ConnectionRefused"], Log);
    }

    [Fact]
    public void Services_run_anew_when_their_host_is_started_again()
    {
        int starts = 0;
        Server.AddService(async () =>
        {
            int number = ++starts;
            using var socket = new UdpClient(Port);
            while (true)
            {
                await socket.ReceiveAsync();
                Log.Add($"{number} at {Seconds}");
            }
        });
        Client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            for (int i = 1; i <= 3; i++)
            {
                await Net.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(i)));
                await socket.SendAsync(new byte[1], new IPEndPoint(Server.Address, Port));
            }
        });
        At(1.5, Server.Crash);
        At(2.5, Server.Start);
        Net.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["1 at 1.01", "2 at 3.01"], Log);
    }

    [Fact]
    public void What_arrives_at_a_crashed_host_is_dropped_and_counted()
    {
        Client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            await socket.SendAsync(new byte[1], new IPEndPoint(Server.Address, Port));
        });
        Server.Crash();
        Net.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Net.Events.Drops(Server.Stack.Point, Wavetank.Packets.DropReason.HostDown));
    }

    [Fact]
    public void A_program_cannot_be_started_on_a_host_without_power()
    {
        Server.Crash();
        Net.Run(TimeSpan.FromSeconds(1));
        Assert.Contains("call Start", Assert.Throws<InvalidOperationException>(() => Server.Run(() => Task.CompletedTask)).Message, StringComparison.Ordinal);
    }
}
