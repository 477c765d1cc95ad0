using System.Text.Json;
using Wavetank.Packets;

namespace Wavetank.Recording.EventLog;

/// <summary>A TCP header as properties of a JSON object.</summary>
internal static class TcpJson
{
    // The order in which tools print them; joined for each of the 256 values that the field can have.
    private static readonly string[] Names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"];
    private static readonly string[] Joined = [.. Enumerable.Range(0, 256).Select(JoinNames)];

    public static void Write(Utf8JsonWriter json, in TcpHeader tcp)
    {
        json.WriteNumber("sport", tcp.SourcePort);
        json.WriteNumber("dport", tcp.DestinationPort);
        json.WriteString("flags", Joined[(byte)tcp.Flags]);
        json.WriteNumber("seq", tcp.SequenceNumber);
        json.WriteNumber("ack", tcp.AcknowledgmentNumber);
        json.WriteNumber("window", tcp.Window);
        if (tcp.UrgentPointer != 0)
        {
            json.WriteNumber("urgent", tcp.UrgentPointer);
        }

        WriteOptions(json, in tcp.Options);
    }

    private static void WriteOptions(Utf8JsonWriter json, in TcpOptions options)
    {
        if (options.MaximumSegmentSize != 0)
        {
            json.WriteNumber("mss", options.MaximumSegmentSize);
        }

        if (options.HasWindowScale)
        {
            json.WriteNumber("wscale", options.WindowScale);
        }

        if (options.SackPermitted)
        {
            json.WriteBoolean("sackok", true);
        }

        if (options.HasTimestamps)
        {
            json.WriteNumber("tsval", options.TimestampValue);
            json.WriteNumber("tsecr", options.TimestampEcho);
        }

        if (options.SackCount > 0)
        {
            json.WriteStartArray("sack");
            for (int i = 0; i < options.SackCount; i++)
            {
                json.WriteNumberValue(options.SackBlocks[i].Left);
                json.WriteNumberValue(options.SackBlocks[i].Right);
            }

            json.WriteEndArray();
        }
    }

    private static string JoinNames(int flags) => string.Join(',', Names.Where((_, bit) => (flags & (1 << bit)) != 0));
}
