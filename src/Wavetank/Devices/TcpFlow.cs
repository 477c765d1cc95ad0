using System.Globalization;
using Wavetank.Packets;
using Wavetank.Stack.Tcp;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Devices;

/// <summary>One end of a TCP connection and what it sent.</summary>
/// <param name="Host">The device whose end it is.</param>
/// <param name="From">This end by name and port, such as <c>client:49152</c>.</param>
/// <param name="To">The other end.</param>
/// <param name="Info">Its figures: as they are, or as they were last.</param>
public sealed record TcpFlow(string Host, string From, string To, TcpInfo Info)
{
    /// <summary>Its state over time, where the network samples its connections (<see cref="Network.SampleTcp"/>); otherwise empty.</summary>
    public IReadOnlyList<TcpSample> Samples { get; init; } = [];

    internal static IReadOnlyList<TcpFlow> ListOf(Network network)
    {
        IEnumerable<EndedConnection> open = network.Devices.OfType<IpDevice>().SelectMany(device => (device.Stack.TcpIfUsed?.Connections ?? []).Select(
            connection => new EndedConnection(device.Name, connection.Local, connection.Remote, connection.GetInfo(), connection.Series?.EndedBy(TcpSample.Of(connection)))));
        return [.. network.EndedConnections.Latest.Concat(open).Select(connection => new TcpFlow(
            connection.Host,
            Describe(network, connection.Host, connection.Local),
            Describe(network, connection.Host, connection.Remote),
            connection.Info)
        {
            Samples = connection.Series?.Samples ?? [],
        })];
    }

    private static string Describe(Network network, string host, TransportAddress end)
    {
        // A loopback is the host itself; "localhost" would not say which.
        string? name = end.Address.IsLoopback ? host : network.Names.FindName(end.Address);
        return name is null ? end.ToString() : string.Create(CultureInfo.InvariantCulture, $"{name}:{end.Port}");
    }
}
