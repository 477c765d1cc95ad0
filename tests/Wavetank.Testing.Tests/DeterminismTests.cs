using System.Net;
using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Testing.Assertions;
using Wavetank.Testing.Tests.Support;
using Socket = Wavetank.Sockets.Socket;

namespace Wavetank.Testing.Tests;

public sealed class DeterminismTests
{
    private int _calls;

    [Fact]
    public void The_same_run_twice_is_deterministic()
    {
        DeterminismResult result = Determinism.Check(
            simulation =>
            {
                Labs.Ticks(simulation);
                simulation.Storm(Labs.Weather);
                simulation.Run();
            },
            runs: 3);

        Assert.True(result.IsDeterministic, result.ToString());
        Assert.StartsWith("3 runs, one digest: ", result.EnsureDeterministic().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_on_the_thread_pool_are_checked_too()
    {
        DeterminismResult result = await Determinism.CheckAsync(async simulation =>
        {
            simulation.Network.AddHost("host").Run(() => Task.Run(async () => await simulation.Network.Delay(Labs.Second)));
            await simulation.RunAsync();
        });

        Assert.True(result.IsDeterministic, result.ToString());
    }

    [Fact]
    public void The_first_event_that_differs_is_named_with_the_code_that_caused_it()
    {
        DeterminismResult result = Determinism.Check(simulation =>
        {
            Network net = simulation.Network;
            Host server = net.AddHost("server"), client = net.AddHost("client");
            net.Connect(client, server);
            client.Run(SendWhatIsNeverTheSame);
            simulation.Run();
        });

        var thrown = Assert.Throws<SimulationAssertException>(result.EnsureDeterministic);
        Assert.Contains("The first difference is at event 2", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("payload", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SendWhatIsNeverTheSame), thrown.Message.Split("It was caused here:")[1].Split('\n')[1], StringComparison.Ordinal);
    }

    // A static counter: the most common leak from one run into the next.
    private async Task SendWhatIsNeverTheSame()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse("10.0.0.1"), 7));
        await socket.SendAsync(new byte[1]);
        await socket.SendAsync(new byte[1 + ++_calls]);
    }
}
