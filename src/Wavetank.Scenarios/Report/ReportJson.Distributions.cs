namespace Wavetank.Scenarios.Report;

internal sealed partial class ReportJson
{
    private void WriteDistributions() => Array("distributions", ReportDistribution.All(_result, _recording.Built, _connections), WriteDistribution);

    private void WriteDistribution(ReportDistribution distribution)
    {
        _json.WriteStartObject();
        _json.WriteString("what", distribution.What);
        _json.WriteString("of", distribution.Of);
        _json.WriteNumber("number", distribution.Number);
        _json.WriteNumber("minNs", distribution.Minimum);
        _json.WriteNumber("meanNs", (long)Math.Round(distribution.Mean));
        _json.WriteNumber("p50Ns", distribution.Percentile(50));
        _json.WriteNumber("p90Ns", distribution.Percentile(90));
        _json.WriteNumber("p99Ns", distribution.Percentile(99));
        _json.WriteNumber("maxNs", distribution.Maximum);
        Numbers("valuesNs", distribution.Values.Select(value => value.Nanoseconds));
        Numbers("counts", distribution.Values.Select(value => value.Count));
        _json.WriteEndObject();
    }
}
