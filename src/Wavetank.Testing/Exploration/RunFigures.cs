using System.Globalization;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Recording;
using Wavetank.Stack.Tcp;

namespace Wavetank.Testing.Exploration;

/// <summary>What a run was in figures, for people: its end, its faults, its links with their drops, its connections.</summary>
internal static class RunFigures
{
    public static IEnumerable<string> Of(Network network)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"seed {network.Simulator.Seed}, {network.Now}, {network.Simulator.EventsFired} events, {network.Events.PacketsSent} packets, digest {network.Events.DigestText}");
        yield return "";
        yield return "faults:";
        foreach (string line in network.Faults.Events.Select(happened => $"  {happened}"))
        {
            yield return line;
        }

        yield return "";
        yield return "links:";
        foreach (Link link in network.Links)
        {
            yield return $"  {link.Name} forward   {Describe(link.ForwardStatistics)}";
            yield return $"  {link.Name} backward  {Describe(link.BackwardStatistics)}";
        }

        yield return "";
        yield return "connections:";
        foreach (TcpFlow flow in network.TcpFlows)
        {
            yield return $"  {flow.Host}: {flow.From} to {flow.To}, {flow.Info.State.ToRfcName()}";
        }
    }

    private static string Describe(LinkStatistics statistics)
    {
        string drops = string.Join(", ", Enum.GetValues<DropReason>().Where(reason => statistics.Drops(reason) > 0).Select(reason => $"{statistics.Drops(reason)} {DropReasonNames.WordsOf(reason)}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"sent {statistics.SentPackets} packets, {statistics.SentBytes} bytes; arrived {statistics.ArrivedPackets}; dropped {statistics.DroppedPackets}{(drops.Length > 0 ? $" ({drops})" : "")}");
    }
}
