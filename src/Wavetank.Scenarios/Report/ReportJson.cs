using System.Globalization;
using System.Text.Json;
using Wavetank.Recording.Drops;
using Wavetank.Recording.Series;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;

namespace Wavetank.Scenarios.Report;

/// <summary>Writes what a run's report shows; its shape is <c>web/src/report/data.ts</c>.</summary>
internal sealed partial class ReportJson
{
    private const string Schema = "wavetank.report/1";

    private readonly Utf8JsonWriter _json;
    private readonly ScenarioResult _result;
    private readonly RunRecording _recording;
    private readonly ReportOrigin _origin;
    private readonly IReadOnlyDictionary<string, LinkSeries> _series;
    private readonly ReportConnections _connections;
    private readonly DropEntry[] _drops;
    private readonly Dictionary<DropEntry, int> _placesOfDrops;

    internal ReportJson(Utf8JsonWriter json, ScenarioResult result, RunRecording recording, ReportOrigin origin)
    {
        _json = json;
        _result = result;
        _recording = recording;
        _origin = origin;
        _series = recording.CompleteLinks();
        _connections = ReportConnections.Of(recording);
        _drops = [.. recording.Connections.Drops.Entries.OrderByDescending(entry => entry.Packets)];
        _placesOfDrops = _drops.Select((entry, place) => (entry, place)).ToDictionary();
    }

    internal void Write()
    {
        _json.WriteStartObject();
        _json.WriteString("schema", Schema);
        _json.WriteString("wavetank", _result.Version);
        _json.WriteStartObject("scenario");
        _json.WriteString("name", _result.Scenario);
        _json.WriteString("file", _origin.File);
        _json.WriteString("source", _origin.Source);
        _json.WriteEndObject();
        _json.WriteString("seed", _result.Seed.ToString(CultureInfo.InvariantCulture));
        _json.WriteString("command", _origin.Command);
        WriteRun();
        Array("expectations", _result.Expectations, expectation => ResultsJson.WriteExpectation(_json, expectation));
        Array("applications", _result.Applications, WriteApplication);
        WriteNetwork();
        WriteConnections();
        WriteDistributions();
        Array("faults", _result.Faults, WriteFault);
        WriteDrops();
        Array("waiting", _result.Waiting, waiting => ResultsJson.WriteWaiting(_json, waiting));
        Array("unobserved", _result.Unobserved, failure => _json.WriteStringValue(failure.ToString()));
        _json.WriteEndObject();
    }

    private void WriteRun()
    {
        _json.WriteStartObject("run");
        _json.WriteString("outcome", ResultsJson.NameOf(_result.Outcome));
        _json.WriteBoolean("expectationsHold", _result.ExpectationsHold);
        _json.WriteNumber("simulatedNs", _result.SimulatedTime.Nanoseconds);
        _json.WriteNumber("lastEventNs", _result.LastEvent.Nanoseconds);
        _json.WriteNumber("measuredNs", _result.MeasuredTime.Nanoseconds);
        _json.WriteNumber("events", _result.Events);
        _json.WriteNumber("packets", _result.Packets);
        _json.WriteString("digest", _result.Digest);
        _json.WriteNumber("realSeconds", Math.Round(_result.RealTime.TotalSeconds, 3));
        _json.WriteEndObject();
    }

    private void WriteApplication(ApplicationResult application)
    {
        ApplicationFigures figures = application.Total;
        _json.WriteStartObject();
        _json.WriteString("on", application.On);
        _json.WriteString("name", application.Name);
        _json.WriteString("kind", application.Kind.Name);
        _json.WriteString("counts", application.Kind.Counts.Many);
        _json.WriteNumber("count", figures.Count);
        _json.WriteNumber("bytes", figures.Bytes);
        _json.WriteNumber("errors", figures.Errors);
        Array("firstErrors", figures.FirstErrors, _json.WriteStringValue);
        _json.WriteNumber("goodputBitsPerSecond", figures.Goodput);
        if (figures.RoundTrip is { } roundTrip)
        {
            _json.WriteStartObject("roundTrip");
            _json.WriteNumber("number", roundTrip.Number);
            foreach (StatisticValue statistic in roundTrip.Statistics)
                _json.WriteNumber($"{statistic.Name}Ns", statistic.Nanoseconds);
            _json.WriteEndObject();
        }
        else
            _json.WriteNull("roundTrip");

        Array("figures", application.Kind.Metrics.Where(metric => figures.Others.ContainsKey(metric.Name)), metric => WriteFigure(metric, figures.Others[metric.Name]));
        _json.WriteEndObject();
    }

    private void WriteFigure(MetricKind metric, double value)
    {
        _json.WriteStartObject();
        _json.WriteString("name", metric.Name);
        _json.WriteNumber("value", Math.Round(value, ResultsJson.Decimals));
        _json.WriteString("unit", MetricUnitNames.Of(metric.Unit));
        _json.WriteString("summary", metric.Summary);
        _json.WriteEndObject();
    }

    private void WriteFault(FaultResult fault)
    {
        _json.WriteStartObject();
        _json.WriteString("kind", fault.Kind);
        _json.WriteString("target", fault.Target);
        _json.WriteString("details", fault.Details);
        _json.WriteNumber("beginNs", fault.Begin.Nanoseconds);
        Optional("endNs", fault.End?.Nanoseconds);
        _json.WriteEndObject();
    }

    private void Array<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        _json.WriteStartArray(name);
        foreach (T item in items)
            write(item);
        _json.WriteEndArray();
    }

    private void Numbers(string name, IEnumerable<long> values) => Array(name, values, _json.WriteNumberValue);

    private void Numbers(string name, IEnumerable<long?> values) => Array(name, values, value =>
    {
        if (value is { } number)
            _json.WriteNumberValue(number);
        else
            _json.WriteNullValue();
    });

    private void Optional(string name, long? value)
    {
        if (value is { } number)
            _json.WriteNumber(name, number);
        else
            _json.WriteNull(name);
    }
}
