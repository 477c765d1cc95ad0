using Wavetank.Scenarios.Results;

namespace Wavetank.Studies.Metrics;

/// <summary>
/// The figures of one run, by name, in the order of its results: applications, links, the run as a whole. They are read from the document
/// <c>results.json</c> (schema <c>wavetank.results/1</c>), whoever wrote it.
/// </summary>
public sealed class RunMetrics
{
    /// <summary>The name of the file in a folder of results.</summary>
    public const string FileName = "results.json";

    private readonly Dictionary<string, Measurement> _byName = new(StringComparer.Ordinal);

    /// <summary>Figures of one's own, such as those that a test took of a service.</summary>
    /// <param name="scenario">What was run; runs of the same are comparable.</param>
    /// <param name="seed">The seed that chance followed from; runs of the same seed are compared in pairs.</param>
    /// <param name="measurements">What was measured; names differ.</param>
    /// <exception cref="ArgumentException">Two measurements have the same name, or a value is no finite number.</exception>
    public RunMetrics(string scenario, ulong seed, IEnumerable<Measurement> measurements)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(measurements);
        Scenario = scenario;
        Seed = seed;
        Measurements = [.. measurements];
        foreach (Measurement measurement in Measurements)
        {
            if (measurement.Value is { } value && !double.IsFinite(value))
                throw new ArgumentException($"{measurement.Metric} is {value}; give null where nothing was measured.", nameof(measurements));
            if (!_byName.TryAdd(measurement.Metric.Name, measurement))
                throw new ArgumentException($"{measurement.Metric} is there twice; give each a name of its own.", nameof(measurements));
        }
    }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The version of Wavetank that ran it; null where it is not known.</summary>
    public string? Version { get; init; }

    /// <summary>How the run ended, as results.json has it: <c>completed</c>, <c>time-limit</c>, <c>idle</c>, <c>stopped</c>; null where it is not known.</summary>
    public string? Outcome { get; init; }

    /// <summary>The trace digest; null where it is not known.</summary>
    public string? Digest { get; init; }

    /// <summary>What was measured, in order.</summary>
    public IReadOnlyList<Measurement> Measurements { get; }

    /// <summary>The measurement of a name; null where there is no such metric.</summary>
    /// <param name="name">The name; case counts.</param>
    public Measurement? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The figures of a run in this process: exactly those that are read from its results.json.</summary>
    /// <param name="result">The results.</param>
    public static RunMetrics Of(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var document = new MemoryStream();
        ResultsJson.Write(result, document);
        return ResultsDocument.Read(document.GetBuffer().AsMemory(0, (int)document.Length), "results");
    }

    /// <summary>Reads the figures of a run.</summary>
    /// <param name="path">A results.json, or a folder that holds one.</param>
    /// <exception cref="ResultsException">There is none, or it cannot be read.</exception>
    public static RunMetrics Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ResultsDocument.Load(Directory.Exists(path) ? Path.Combine(path, FileName) : path);
    }

    /// <summary>Writes the figures as a results.json, which <c>wavetank compare</c> reads.</summary>
    /// <param name="folder">The folder, which is made where it is missing. A results.json in it is replaced, whole or not at all.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Save(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, FileName);
        string unfinished = $"{file}.unfinished";
        using (FileStream stream = File.Create(unfinished))
            Write(stream);
        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Writes the figures as the document results.json.</summary>
    /// <param name="stream">Where to; UTF-8. It is left open.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        MetricsWriter.Write(this, stream);
    }
}
