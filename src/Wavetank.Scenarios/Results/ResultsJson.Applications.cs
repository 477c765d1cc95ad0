using System.Text.Json;
using Wavetank.Applications.Reports;
using Wavetank.Devices;
using Wavetank.Scenarios.Kinds;

namespace Wavetank.Scenarios.Results;

public static partial class ResultsJson
{
    internal static void WriteExpectation(Utf8JsonWriter json, ExpectationResult result)
    {
        json.WriteStartObject();
        json.WriteString("text", result.Expectation.Text);
        json.WriteBoolean("holds", result.Holds);
        if (result.Measured is { } measured)
            json.WriteNumber("measured", measured);
        else
            json.WriteNull("measured");
        json.WriteNumber("value", result.Expectation.Value);
        json.WriteString("unit", MetricUnitNames.Of(result.Expectation.Metric.Unit));
        json.WriteEndObject();
    }

    private static void WriteApplication(Utf8JsonWriter json, ApplicationResult result)
    {
        json.WriteStartObject();
        json.WriteString("on", result.On);
        json.WriteString("name", result.Name);
        json.WriteString("kind", result.Kind.Name);
        WriteFigures(json, result.Total);
        WriteArray(json, "hosts", result.Hosts, (writer, host) => WriteHost(writer, host, result.Kind.Report));
        json.WriteEndObject();
    }

    private static void WriteHost(Utf8JsonWriter json, HostApplicationResult result, ReportKind? report)
    {
        json.WriteStartObject();
        json.WriteString("host", result.Host);
        WriteFigures(json, result.Figures);
        if (report is not null && result.Rows.Count > 0)
            WriteArray(json, "rows", result.Rows, (writer, row) => WriteRow(writer, row, report.Columns));
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<ReportValue> row, IReadOnlyList<ReportColumn> columns)
    {
        json.WriteStartObject();
        for (int i = 0; i < columns.Count; i++)
        {
            string suffix = columns[i].Unit switch
            {
                MetricUnit.Duration => "Ns",
                MetricUnit.Rate => "BitsPerSecond",
                _ => "",
            };
            if (row[i].Number is { } number)
                json.WriteNumber(columns[i].Name + suffix, number);
            else
                json.WriteString(columns[i].Name + suffix, row[i].Text);
        }

        json.WriteEndObject();
    }

    private static void WriteFigures(Utf8JsonWriter json, ApplicationFigures figures)
    {
        json.WriteNumber("count", figures.Count);
        json.WriteNumber("bytes", figures.Bytes);
        json.WriteNumber("errors", figures.Errors);
        json.WriteStartArray("firstErrors");
        foreach (string error in figures.FirstErrors)
            json.WriteStringValue(error);
        json.WriteEndArray();
        json.WriteNumber("goodputBitsPerSecond", figures.Goodput);
        if (figures.Others.Count > 0)
        {
            json.WriteStartObject("figures");
            foreach ((string name, double value) in figures.Others)
                json.WriteNumber(name, Math.Round(value, Decimals));
            json.WriteEndObject();
        }

        if (figures.RoundTrip is not { } roundTrip)
        {
            json.WriteNull("roundTrip");
            return;
        }

        json.WriteStartObject("roundTrip");
        json.WriteNumber("number", roundTrip.Number);
        foreach (StatisticValue statistic in roundTrip.Statistics)
            json.WriteNumber($"{statistic.Name}Ns", statistic.Nanoseconds);
        json.WriteEndObject();
    }

    internal static void WriteWaiting(Utf8JsonWriter json, WaitingProgram waiting)
    {
        json.WriteStartObject();
        json.WriteString("host", waiting.Host);
        json.WriteString("program", waiting.Program);
        json.WriteString("protocol", waiting.Protocol);
        json.WriteString("local", waiting.Local);
        json.WriteString("remote", waiting.Remote);
        json.WriteString("state", waiting.State);
        json.WriteString("waitsFor", waiting.WaitsFor);
        json.WriteEndObject();
    }
}
