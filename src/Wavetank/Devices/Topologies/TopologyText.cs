using System.Text;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>A network's devices and links as drawing programs read them.</summary>
/// <remarks>
/// What is written of a link are rate, delay, jitter, loss, duplicates, reordering, corruption, MTU and cost. Queues, models, schedules and
/// rules have no words there, nor have the options of devices.
/// </remarks>
public static class TopologyText
{
    /// <summary>The network in Graphviz' language DOT: an undirected graph with a label on each link that is not called by its ends.</summary>
    /// <param name="network">The network.</param>
    public static string ToDot(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var text = new StringBuilder("graph network {\n");
        foreach (Device device in network.Devices)
        {
            text.Append("  \"").Append(device.Name).Append("\" [kind=").Append(KindOf(device)).Append(", shape=").Append(ShapeOf(device)).Append("];\n");
        }

        foreach (Link link in network.Links)
        {
            (string first, string second) = EndsOf(link);
            string attributes = string.Join(", ", AttributesOf(network, link).Select(pair => $"{pair.Name.Replace('-', '_')}=\"{Escape(pair.Value, "\\\"")}\""));
            text.Append("  \"").Append(first).Append("\" -- \"").Append(second).Append('"');
            text.Append(attributes.Length == 0 ? ";\n" : $" [{attributes}];\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The network in GraphML.</summary>
    /// <param name="network">The network.</param>
    public static string ToGraphML(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return GraphMLWriter.Write([.. network.Devices.Select(device => (device.Name, KindOf(device)))], [.. network.Links.Select(Edge)]);

        GraphMLWriter.Edge Edge(Link link)
        {
            (string first, string second) = EndsOf(link);
            return new GraphMLWriter.Edge(first, second, [.. AttributesOf(network, link).Where(pair => pair.Name != "label")]);
        }
    }

    /// <summary>The network as a Mermaid flowchart.</summary>
    /// <param name="network">The network.</param>
    public static string ToMermaid(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var text = new StringBuilder("graph LR\n");
        Dictionary<string, int> numbers = [];
        foreach (Device device in network.Devices)
        {
            // A name may be a word of the language, so devices are called by numbers there.
            numbers.Add(device.Name, numbers.Count + 1);
            (string open, string close) = device is Host ? ("[", "]") : device is Switch ? ("[[", "]]") : ("((", "))");
            text.Append($"  d{numbers.Count}{open}\"{device.Name}\"{close}\n");
        }

        foreach (Link link in network.Links)
        {
            (string first, string second) = EndsOf(link);
            string label = IsCalledByItsEnds(link) ? "" : $"|\"{Escape(link.Name, "#quot;")}\"|";
            text.Append($"  d{numbers[first]} ---{label} d{numbers[second]}\n");
        }

        return text.ToString();
    }

    private static List<(string Name, string Value)> AttributesOf(Network network, Link link)
    {
        List<(string Name, string Value)> all = IsCalledByItsEnds(link) ? [] : [("label", link.Name), ("name", link.Name)];
        (string first, string second) = EndsOf(link);
        List<(string Name, string Value)> forward = ConditionsText.Of(link.Forward, CostOf(network, first, link));
        List<(string Name, string Value)> backward = ConditionsText.Of(link.Backward, CostOf(network, second, link));
        all.AddRange(forward);

        // What only the other direction has been told is told of this one as its default.
        all.AddRange(backward.Where(pair => !forward.Contains(pair)).Select(pair => ($"backward-{pair.Name}", pair.Value)));
        all.AddRange(forward.Where(pair => backward.TrueForAll(other => other.Name != pair.Name)).Select(pair => ($"backward-{pair.Name}", ConditionsText.DefaultOf(pair.Name))));
        return all;
    }

    private static int CostOf(Network network, string device, Link link) => (network.FindDevice(device) as IpDevice)?.FindInterface(link)?.Cost ?? 1;

    private static string KindOf(Device device) => device switch
    {
        Host => "host",
        Switch => "switch",
        Nat => "nat",
        Firewall => "firewall",
        _ => "router",
    };

    private static string ShapeOf(Device device) => device switch
    {
        Host => "box",
        Switch => "box3d",
        Nat or Firewall => "hexagon",
        _ => "ellipse",
    };

    private static bool IsCalledByItsEnds(Link link)
    {
        (string first, string second) = EndsOf(link);
        return link.Name == $"{first}-{second}";
    }

    private static (string First, string Second) EndsOf(Link link) => (DeviceOf(link.FirstInterface), DeviceOf(link.SecondInterface));

    private static string DeviceOf(string interfaceName) => interfaceName[..interfaceName.LastIndexOf('.')];

    private static string Escape(string name, string quote) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", quote, StringComparison.Ordinal);
}
