using System.Globalization;
using System.Text.Json;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Words;

namespace Wavetank.Studies.Metrics;

/// <summary>Reads results.json. What a document does not have was not measured; only what says which run it is must be there.</summary>
internal static class ResultsDocument
{
    // A run of a million connections writes a few hundred megabytes; what is larger is something else.
    private const long MostBytes = 1L << 30;

    internal static RunMetrics Load(string file)
    {
        byte[] bytes;
        try
        {
            if (!File.Exists(file))
                throw new ResultsException($"{file}: {MissingFile.Describe(file)}");
            if (new FileInfo(file).Length > MostBytes)
                throw new ResultsException($"{file}: has more than 1 GiB, which no results.json has");
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"{file}: cannot be read: {exception.Message.ReplaceLineEndings(" ")}");
        }

        return Read(bytes, file);
    }

    internal static RunMetrics Read(ReadOnlyMemory<byte> bytes, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return Read(document.RootElement, file);
        }
        catch (JsonException exception)
        {
            throw new ResultsException(
                $"{file}:{exception.LineNumber + 1}:{exception.BytePositionInLine + 1}: is not JSON; write it with wavetank run --out, or RunMetrics.Save");
        }
    }

    private static RunMetrics Read(JsonElement root, string file)
    {
        if (root.Text("schema") is not { } schema)
            throw new ResultsException($"{file}: has no \"schema\": \"{ResultsJson.Schema}\", so it is no results.json of Wavetank");
        if (schema != ResultsJson.Schema)
            throw new ResultsException($"{file}: has schema {Quoted.Text(schema)}; this version reads {Quoted.Text(ResultsJson.Schema)}");
        if (root.Text("scenario") is not { } scenario)
            throw new ResultsException($"{file}: has no \"scenario\", the name of what was run");
        if (!ulong.TryParse(root.Text("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            throw new ResultsException($"{file}: has no \"seed\", a whole number written as text such as \"7\"");

        var metrics = new MetricList();
        ApplicationMetrics.Add(root, metrics);
        LinkMetrics.Add(root, metrics);
        RunTotals.Add(root, metrics);
        ExpectationMetrics.Add(root, metrics);
        OwnMetrics.Add(root, metrics, file);
        JsonElement? run = root.Object("run");
        return new RunMetrics(scenario, seed, metrics.Measurements)
        {
            Version = root.Text("wavetank"),
            Outcome = run?.Text("outcome"),
            Digest = run?.Text("digest"),
        };
    }
}
