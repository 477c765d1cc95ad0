using Wavetank.Recording;
using Wavetank.Recording.Series;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Results;

namespace Wavetank.Scenarios.Report;

internal sealed partial class ReportJson
{
    // Of all directions together, so that the page of a large network stays one that a browser opens.
    private const int MostBins = 65_536;
    private const int QueueDecimals = 3;

    private readonly Dictionary<string, (int Link, int Direction)> _placesOfLinks = new(StringComparer.Ordinal);

    private void WriteNetwork()
    {
        Scenario scenario = _recording.Built.Scenario;
        Dictionary<string, int> indexes = [];
        _json.WriteStartArray("devices");
        foreach (DeviceSpec spec in scenario.Devices)
        {
            foreach (string name in spec.Members)
            {
                indexes.Add(name, indexes.Count);
                _json.WriteStartObject();
                _json.WriteString("name", name);
                _json.WriteString("kind", spec.Kind.Name);
                _json.WriteString("group", spec.Name);
                _json.WriteEndObject();
            }
        }

        _json.WriteEndArray();
        int bins = Coarsening.Of(_series.Values.Select(series => series.Count), MostBins);
        _json.WriteStartArray("links");
        foreach ((LinkSpec spec, LinkResult result) in scenario.Links.Zip(_result.Links))
        {
            foreach (LinkMemberResult member in result.Members)
            {
                WriteLink(spec, member, indexes[member.Forward.From], indexes[member.Forward.To], bins);
            }
        }

        _json.WriteEndArray();
    }

    private void WriteLink(LinkSpec spec, LinkMemberResult member, int first, int second, int bins)
    {
        int link = _placesOfLinks.Count / 2;
        string forward = $"link/{member.Name}/forward", backward = $"link/{member.Name}/backward";
        _placesOfLinks.Add(forward, (link, 0));
        _placesOfLinks.Add(backward, (link, 1));
        _json.WriteStartObject();
        _json.WriteString("name", member.Name);
        _json.WriteString("group", spec.Name);
        Numbers("ends", (IEnumerable<long>)[first, second]);
        _json.WriteStartArray("directions");
        WriteDirection(spec.Forward, member.Forward.Figures, forward, bins);
        WriteDirection(spec.Backward, member.Backward.Figures, backward, bins);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void WriteDirection(LinkConditions conditions, DirectionFigures figures, string place, int bins)
    {
        _json.WriteStartObject();
        _json.WriteNumber("packets", figures.Packets);
        _json.WriteNumber("bytes", figures.Bytes);
        _json.WriteNumber("utilisation", Math.Round(figures.Utilisation, ResultsJson.Decimals));
        _json.WriteNumber("meanQueuePackets", Math.Round(figures.MeanQueue, ResultsJson.Decimals));
        _json.WriteNumber("largestQueuePackets", figures.LargestQueue);
        _json.WriteNumber("markedPackets", figures.MarkedPackets);
        _json.WriteNumber("droppedPackets", figures.DroppedPackets);
        _json.WriteStartObject("drops");
        foreach (DropCount drop in figures.Drops)
            _json.WriteNumber(DropReasonNames.Of(drop.Reason), drop.Packets);
        _json.WriteEndObject();
        Optional("rateBitsPerSecond", conditions.Rate?.BitsPerSecond);
        _json.WriteNumber("delayNs", conditions.Delay.Nanoseconds);
        if (figures.QueueWaits.Count == 0)
            _json.WriteNull("queueWait");
        else
        {
            _json.WriteStartObject("queueWait");
            _json.WriteNumber("number", figures.QueueWaits.Count);
            foreach (StatisticKind statistic in StatisticKinds.Table.Rows)
                _json.WriteNumber($"{statistic.Name}Ns", statistic.Of(figures.QueueWaits));
            _json.WriteEndObject();
        }

        WriteSeries(_series.GetValueOrDefault(place), bins);
        _json.WriteEndObject();
    }

    private void WriteSeries(LinkSeries? series, int most)
    {
        if (series is null)
        {
            _json.WriteNull("series");
            return;
        }

        (long width, IReadOnlyList<LinkBin> bins) = series.AtMost(most);
        _json.WriteStartObject("series");
        _json.WriteNumber("widthNs", width);
        Numbers("bytes", bins.Select(bin => bin.Bytes));
        Array("queue", bins, bin => _json.WriteNumberValue(Math.Round(bin.WaitingTime / (double)width, QueueDecimals)));
        Numbers("largestQueue", bins.Select(bin => (long)bin.LargestQueue));
        Numbers("drops", bins.Select(bin => bin.Drops));
        _json.WriteEndObject();
    }
}
