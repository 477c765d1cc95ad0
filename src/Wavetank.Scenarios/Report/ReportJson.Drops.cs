using Wavetank.Recording;
using Wavetank.Recording.Drops;

namespace Wavetank.Scenarios.Report;

internal sealed partial class ReportJson
{
    private void WriteDrops()
    {
        DropLedger ledger = _recording.Connections.Drops;
        var names = new PacketNames(_recording.Built.Network);
        _json.WriteStartObject("drops");
        _json.WriteNumber("total", ledger.Total);
        Array("places", _drops, WritePlace);
        _json.WriteStartObject("packets");
        Numbers("timeNs", ledger.Packets.Select(packet => packet.Time.Nanoseconds));
        Numbers("place", ledger.Packets.Select(packet => (long)_placesOfDrops[packet.Entry]));
        Array("packet", ledger.Packets, packet => _json.WriteStringValue(names.Describe(packet)));
        Numbers("bytes", ledger.Packets.Select(packet => (long)packet.Bytes));
        Numbers("connection", ledger.Packets.Select(packet => (long)_connections.IndexOf(packet.Connection)));
        Numbers("repairedNs", ledger.Packets.Select(packet => packet.RepairedAt?.Nanoseconds));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WritePlace(DropEntry entry)
    {
        _json.WriteStartObject();
        _json.WriteString("place", entry.Place.Path);
        if (_placesOfLinks.TryGetValue(entry.Place.Path, out (int Link, int Direction) link))
            Numbers("link", (IEnumerable<long>)[link.Link, link.Direction]);
        else
            _json.WriteNull("link");
        _json.WriteString("reason", DropReasonNames.Of(entry.Reason));
        _json.WriteString("words", DropReasonNames.WordsOf(entry.Reason));
        _json.WriteNumber("packets", entry.Packets);
        _json.WriteNumber("bytes", entry.Bytes);
        _json.WriteNumber("firstNs", entry.First.Nanoseconds);
        _json.WriteNumber("lastNs", entry.Last.Nanoseconds);
        _json.WriteNumber("tcpSegments", entry.TcpSegments);
        _json.WriteNumber("repaired", entry.Repaired);
        Optional("meanRepairNs", entry.MeanRepair);
        Optional("maxRepairNs", entry.LongestRepair);
        _json.WriteEndObject();
    }
}
