using Wavetank.Devices;
using Wavetank.Stack.Tcp;

namespace Wavetank.Testing.Assertions;

/// <content>What programs left behind.</content>
public static partial class Expect
{
    /// <summary>Expects that no device has a TCP connection now. Those in TIME-WAIT do not count: both programs are done with them.</summary>
    /// <exception cref="SimulationAssertException">There is one.</exception>
    public static void NoLeakedConnections(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        NoLeakedConnections(network, "the network", network.TcpFlows);
    }

    /// <summary>Expects that a host has no TCP connection now. Those in TIME-WAIT do not count.</summary>
    /// <exception cref="SimulationAssertException">It has one.</exception>
    public static void NoLeakedConnections(Host host)
    {
        ArgumentNullException.ThrowIfNull(host);
        NoLeakedConnections(host.Network, host.Name, host.Network.TcpFlows.Where(flow => flow.Host == host.Name));
    }

    private static void NoLeakedConnections(Network network, string owner, IEnumerable<TcpFlow> flows)
    {
        string[] open = [.. flows.Where(flow => flow.Info.State is not (TcpState.Closed or TcpState.TimeWait)).Select(flow =>
            $"{flow.From} to {flow.To}: {flow.Info.State.ToRfcName()}")];
        if (open.Length > 0)
        {
            throw Failure($"Expected that {owner} has no TCP connection at {network.Now}, but it has {open.Length}:", open);
        }
    }
}
