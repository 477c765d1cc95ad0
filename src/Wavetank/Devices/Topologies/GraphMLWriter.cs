using System.Text;
using System.Xml;

namespace Wavetank.Devices.Topologies;

/// <summary>Writes GraphML: a key for each attribute in use, then nodes and edges.</summary>
internal static class GraphMLWriter
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public static string Write(IReadOnlyList<(string Name, string Kind)> devices, IReadOnlyList<Edge> edges)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (XmlWriter writer = XmlWriter.Create(text, settings))
        {
            writer.WriteStartElement("graphml", Namespace);
            WriteKey(writer, "kind", "node");
            foreach (string name in edges.SelectMany(edge => edge.Attributes).Select(pair => pair.Name).Distinct())
            {
                WriteKey(writer, name, "edge");
            }

            writer.WriteStartElement("graph", Namespace);
            writer.WriteAttributeString("id", "network");
            writer.WriteAttributeString("edgedefault", "undirected");
            foreach ((string name, string kind) in devices)
            {
                writer.WriteStartElement("node", Namespace);
                writer.WriteAttributeString("id", name);
                WriteData(writer, "kind", kind);
                writer.WriteEndElement();
            }

            foreach (Edge edge in edges)
            {
                writer.WriteStartElement("edge", Namespace);
                writer.WriteAttributeString("source", edge.First);
                writer.WriteAttributeString("target", edge.Second);
                foreach ((string name, string value) in edge.Attributes)
                {
                    WriteData(writer, name, value);
                }

                writer.WriteEndElement();
            }
        }

        return text.Append('\n').ToString();
    }

    private static void WriteKey(XmlWriter writer, string name, string of)
    {
        writer.WriteStartElement("key", Namespace);
        writer.WriteAttributeString("id", name);
        writer.WriteAttributeString("for", of);
        writer.WriteAttributeString("attr.name", name);
        writer.WriteAttributeString("attr.type", "string");
        writer.WriteEndElement();
    }

    private static void WriteData(XmlWriter writer, string key, string value)
    {
        writer.WriteStartElement("data", Namespace);
        writer.WriteAttributeString("key", key);
        writer.WriteString(value);
        writer.WriteEndElement();
    }

    /// <summary>An edge between two devices.</summary>
    internal sealed record Edge(string First, string Second, IReadOnlyList<(string Name, string Value)> Attributes);
}
