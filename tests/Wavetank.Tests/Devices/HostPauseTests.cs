using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Tests.Devices.Support;
using TcpClient = Wavetank.Sockets.TcpClient;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices;

/// <summary>Hosts whose programs stand still and go on.</summary>
public sealed class HostPauseTests : HostLifecycleRig
{
    [Fact]
    public void A_paused_program_gets_what_came_meanwhile_in_its_order_when_it_goes_on()
    {
        Server.AddService(async () =>
        {
            using var socket = new UdpClient(Port);
            while (true)
            {
                Log.Add($"{(await socket.ReceiveAsync()).Buffer[0]} at {Seconds}");
            }
        });
        Client.Run(async () =>
        {
            using var socket = new UdpClient(0);
            for (byte i = 1; i <= 4; i++)
            {
                await Net.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(i)));
                await socket.SendAsync(new[] { i }, new IPEndPoint(Server.Address, Port));
            }
        });
        At(1.5, Server.Pause);
        At(3.5, Server.Resume);
        Net.Run(TimeSpan.FromSeconds(10));
        Assert.Equal(["1 at 1.01", "2 at 3.5", "3 at 3.5", "4 at 4.01"], Log);
    }

    [Fact]
    public void A_paused_host_acknowledges_until_its_buffer_is_full()
    {
        RunEchoServer();
        long sent = 0;
        Client.Run(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync(Server.Address, Port);
            Server.Pause();
            while (true)
            {
                sent += await client.Client.SendAsync(new byte[1000], SocketFlags.None);
            }
        });
        Net.Run(TimeSpan.FromMinutes(10));
        TcpFlow atServer = Assert.Single(Net.TcpFlows, flow => flow.Host == "server");
        Assert.True(sent > 100_000);
        Assert.Equal("Established", atServer.Info.State.ToString());
    }

    [Fact]
    public void A_timer_that_was_due_often_during_a_pause_calls_once_after_it()
    {
        Server.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), Net.TimeProvider);
            while (await timer.WaitForNextTickAsync())
            {
                Log.Add(Seconds);
            }
        });
        At(1.5, Server.Pause);
        At(4.5, Server.Resume);
        Net.Run(TimeSpan.FromSeconds(6.5));
        Assert.Equal(["1", "4.5", "5", "6"], Log);
    }
}
