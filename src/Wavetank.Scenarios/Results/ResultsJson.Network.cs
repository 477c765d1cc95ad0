using System.Text.Json;
using Wavetank.Recording;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Results;

public static partial class ResultsJson
{
    // Ratios and means are quotients: six decimals say more than any run does.
    internal const int Decimals = 6;

    private static void WriteFlow(Utf8JsonWriter json, FlowResult flow)
    {
        json.WriteStartObject();
        json.WriteString("from", flow.From);
        json.WriteString("to", flow.To);
        json.WriteString("state", flow.State);
        json.WriteString("congestionControl", flow.CongestionControl);
        json.WriteNumber("bytes", flow.Bytes);
        json.WriteNumber("goodputBitsPerSecond", flow.Goodput);
        json.WriteNumber("segments", flow.Segments);
        json.WriteNumber("retransmissions", flow.Retransmissions);
        WriteOptional(json, "smoothedRttNs", flow.SmoothedRtt);
        WriteOptional(json, "minimumRttNs", flow.MinimumRtt);
        if (flow.Samples.Count > 0)
            WriteTimeSeries(json, flow);
        json.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter json, LinkResult link)
    {
        json.WriteStartObject();
        json.WriteString("name", link.Name);
        WriteDirection(json, "forward", link.Forward);
        WriteDirection(json, "backward", link.Backward);
        WriteArray(json, "members", link.Members, WriteMember);
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, LinkMemberResult member)
    {
        json.WriteStartObject();
        json.WriteString("name", member.Name);
        WriteDirection(json, "forward", member.Forward);
        WriteDirection(json, "backward", member.Backward);
        json.WriteEndObject();
    }

    private static void WriteDirection(Utf8JsonWriter json, string name, DirectionResult direction)
    {
        DirectionFigures figures = direction.Figures;
        json.WriteStartObject(name);
        json.WriteString("from", direction.From);
        json.WriteString("to", direction.To);
        json.WriteNumber("packets", figures.Packets);
        json.WriteNumber("bytes", figures.Bytes);
        json.WriteNumber("utilisation", Math.Round(figures.Utilisation, Decimals));
        json.WriteNumber("meanQueuePackets", Math.Round(figures.MeanQueue, Decimals));
        json.WriteNumber("largestQueuePackets", figures.LargestQueue);
        WriteQueueWait(json, figures);
        json.WriteNumber("markedPackets", figures.MarkedPackets);
        json.WriteNumber("droppedPackets", figures.DroppedPackets);
        WriteDrops(json, "drops", figures.Drops);
        json.WriteEndObject();
    }

    private static void WriteQueueWait(Utf8JsonWriter json, DirectionFigures figures)
    {
        if (figures.QueueWaits.Count == 0)
        {
            json.WriteNull("queueWait");
            return;
        }

        json.WriteStartObject("queueWait");
        json.WriteNumber("number", figures.QueueWaits.Count);
        foreach (StatisticKind statistic in StatisticKinds.Table.Rows)
            json.WriteNumber($"{statistic.Name}Ns", statistic.Of(figures.QueueWaits));
        json.WriteEndObject();
    }

    private static void WriteDeviceDrops(Utf8JsonWriter json, DeviceDrops device)
    {
        json.WriteStartObject();
        json.WriteString("device", device.Device);
        json.WriteString("group", device.Group);
        WriteDrops(json, "drops", device.Drops);
        json.WriteEndObject();
    }

    private static void WriteDrops(Utf8JsonWriter json, string name, IReadOnlyList<DropCount> drops)
    {
        json.WriteStartObject(name);
        foreach (DropCount drop in drops)
            json.WriteNumber(DropReasonNames.Of(drop.Reason), drop.Packets);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
