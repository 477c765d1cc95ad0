using System.Text;
using Wavetank.Links;

namespace Wavetank.Devices.Topologies;

/// <summary>A network's devices and links as a drawing program reads them.</summary>
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
            text.Append("  \"").Append(device.Name).Append("\" [shape=").Append(ShapeOf(device)).Append("];\n");
        }

        foreach (Link link in network.Links)
        {
            (string first, string second) = EndsOf(link);
            text.Append("  \"").Append(first).Append("\" -- \"").Append(second).Append('"');
            text.Append(link.Name == $"{first}-{second}" ? ";\n" : $" [label=\"{Escape(link.Name, "\\\"")}\"];\n");
        }

        return text.Append("}\n").ToString();
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
            string label = link.Name == $"{first}-{second}" ? "" : $"|\"{Escape(link.Name, "#quot;")}\"|";
            text.Append($"  d{numbers[first]} ---{label} d{numbers[second]}\n");
        }

        return text.ToString();
    }

    private static string ShapeOf(Device device) => device switch
    {
        Host => "box",
        Switch => "box3d",
        Nat or Firewall => "hexagon",
        _ => "ellipse",
    };

    private static (string First, string Second) EndsOf(Link link) => (DeviceOf(link.FirstInterface), DeviceOf(link.SecondInterface));

    private static string DeviceOf(string interfaceName) => interfaceName[..interfaceName.LastIndexOf('.')];

    private static string Escape(string name, string quote) => name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", quote, StringComparison.Ordinal);
}
