using Wavetank.Packetdrill.Model;
using Wavetank.Packets;

namespace Wavetank.Packetdrill.Checking;

/// <summary>Compares what a script expects with what the host sent. What a script does not write is not compared.</summary>
internal static class PacketComparer
{
    /// <summary>The first difference, in words; null where there is none.</summary>
    /// <param name="expected">The script's packet.</param>
    /// <param name="actual">The host's packet, with all fields.</param>
    /// <param name="ignored">Flags that do not count.</param>
    public static string? FindDifference(PacketSpec expected, PacketSpec actual, TcpFlags ignored = TcpFlags.None)
    {
        if (expected.GetType() != actual.GetType())
            return "it is of another protocol";
        return FindIpDifference(expected.Ip, actual.Ip) ?? (expected, actual) switch
        {
            (PacketSpec.Tcp a, PacketSpec.Tcp b) => FindTcpDifference(a, b, ignored),
            (PacketSpec.Udp a, PacketSpec.Udp b) => Differ("length", a.Length, b.Length),
            _ => null,
        };
    }

    private static string? FindIpDifference(IpSpec expected, IpSpec actual)
    {
        if (expected.Ecn is { } codepoints && !codepoints.Contains((byte)(actual.TrafficClass!.Value & 3)))
            return $"its ECN codepoint is {PacketText.Ecn(actual.Ecn)}, not {PacketText.Ecn(codepoints)}";
        if (expected.TrafficClass is { } trafficClass && trafficClass != actual.TrafficClass)
            return Differ("traffic class", trafficClass, actual.TrafficClass);
        return expected.TimeToLive is { } timeToLive ? Differ("time to live", timeToLive, actual.TimeToLive) : null;
    }

    private static string? FindTcpDifference(PacketSpec.Tcp expected, PacketSpec.Tcp actual, TcpFlags ignored) =>
        (expected.Ports is { } ports ? Differ("ports", ports, actual.Ports) : null)
        ?? Differ("flags", PacketText.Flags(expected.Flags & ~ignored), PacketText.Flags(actual.Flags & ~ignored))
        ?? Differ("sequence numbers", expected.Sequence, actual.Sequence)
        ?? Differ("acknowledgment", expected.Acknowledgment ?? 0, actual.Acknowledgment ?? 0)
        ?? (expected.Window is { } window ? Differ("window", window, actual.Window) : null)
        ?? (expected.Urgent is { } urgent ? Differ("urgent pointer", urgent, actual.Urgent) : null)
        ?? FindOptionsDifference(expected.Options, actual.Options!);

    private static string? FindOptionsDifference(IReadOnlyList<TcpOptionSpec>? expected, IReadOnlyList<TcpOptionSpec> actual)
    {
        if (expected is null)
            return null;
        bool same = expected.Count == actual.Count;
        for (int i = 0; same && i < expected.Count; i++)
            same = IsSame(expected[i], actual[i]);
        return same ? null : $"its options are <{PacketText.Options(actual)}>, not <{PacketText.Options(expected)}>";
    }

    /// <summary>A timestamp's value is the host's clock, for which the script has numbers of its own; its echo must be right.</summary>
    private static bool IsSame(TcpOptionSpec expected, TcpOptionSpec actual) => (expected, actual) switch
    {
        (TcpOptionSpec.Timestamps a, TcpOptionSpec.Timestamps b) => a.Echo == b.Echo,
        _ => expected.Equals(actual),
    };

    private static string? Differ<T>(string what, T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual) ? null : $"its {what}: {actual}, not {expected}";
}
