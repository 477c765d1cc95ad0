using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Engine;

namespace RetryStorm;

/// <summary>Asks, thinks for 0.6 s on average, and asks again.</summary>
internal sealed class Client(Network network, Host host, RetryPolicy policy, List<SimulationTime> answered)
{
    private static readonly TimeSpan Thinking = TimeSpan.FromSeconds(0.6);

    private readonly RandomStream _random = network.Simulator.CreateRandomStream($"client/{host.Name}");

    public async Task AskAsync()
    {
        using var socket = new UdpClient("service", Service.Port);
        for (byte number = 0; ; number++)
        {
            await network.Delay(Thinking * _random.NextExponential());
            for (int attempt = 0; !await AskOnceAsync(socket, number, policy.TimeoutOf(attempt, _random.NextDouble())); attempt++)
            {
            }

            answered.Add(network.Now);
        }
    }

    /// <summary>Whether the answer to this very request came in time; those to earlier ones are late.</summary>
    private async Task<bool> AskOnceAsync(UdpClient socket, byte number, TimeSpan timeout)
    {
        using var source = new CancellationTokenSource(timeout, network.TimeProvider);
        await socket.SendAsync(new[] { number });
        try
        {
            while ((await socket.ReceiveAsync(source.Token)).Buffer[0] != number)
            {
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
