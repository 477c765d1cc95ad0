using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Recording;

namespace Wavetank.Testing.Assertions;

/// <content>What the network did with packets.</content>
public static partial class Expect
{
    /// <summary>Expects that no packet was dropped, anywhere, for any of some reasons.</summary>
    /// <param name="network">The network.</param>
    /// <param name="reasons">The reasons; none means all.</param>
    /// <exception cref="SimulationAssertException">One was; the message says where, why and how many.</exception>
    public static void NoPacketLost(Network network, params DropReason[] reasons)
    {
        ArgumentNullException.ThrowIfNull(network);
        NoPacketLost(network, reasons, "no packet is dropped", _ => true);
    }

    /// <summary>Expects that a link dropped no packet, in either direction, for any of some reasons.</summary>
    /// <param name="network">The network.</param>
    /// <param name="link">The link.</param>
    /// <param name="reasons">The reasons; none means all.</param>
    /// <exception cref="SimulationAssertException">It did; the message says in which direction, why and how many.</exception>
    public static void NoPacketLost(Network network, Link link, params DropReason[] reasons)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(link);
        NoPacketLost(network, reasons, $"link {link.Name} drops no packet", path => path.StartsWith($"link/{link.Name}/", StringComparison.Ordinal));
    }

    /// <summary>Expects that a host dropped no packet for any of some reasons.</summary>
    /// <param name="host">The host.</param>
    /// <param name="reasons">The reasons; none means all.</param>
    /// <exception cref="SimulationAssertException">It did; the message says why and how many.</exception>
    public static void NoPacketLost(Host host, params DropReason[] reasons)
    {
        ArgumentNullException.ThrowIfNull(host);
        NoPacketLost(host.Network, reasons, $"{host.Name} drops no packet", path => path == $"host/{host.Name}");
    }

    private static void NoPacketLost(Network network, DropReason[] reasons, string expected, Func<string, bool> isAsked)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        DropReason[] asked = reasons.Length > 0 ? reasons : [.. Enum.GetValues<DropReason>().Where(reason => reason != DropReason.None)];
        string[] seen = [.. Enumerable.Range(0, network.Events.Points.Count).SelectMany(point => asked
            .Select(reason => (Point: point, Reason: reason, Count: network.Events.Drops(point, reason))))
            .Where(item => item.Count > 0 && isAsked(network.Events.Points[item.Point].Path))
            .Select(item => $"{network.Events.Points[item.Point].Path}: {item.Count} {DropReasonNames.WordsOf(item.Reason)}")];
        if (seen.Length > 0)
        {
            string why = reasons.Length == 0 ? "" : $" for {string.Join(" or ", reasons.Select(DropReasonNames.WordsOf))}";
            throw Failure($"Expected that {expected}{why}, but until {network.Now} were dropped:", seen);
        }
    }
}
