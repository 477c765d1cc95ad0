using Wavetank.Cli.Verbs;
using Wavetank.Recording.Capture;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Results.Series;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Output;

/// <summary>The files of a run.</summary>
internal sealed class Recordings : IDisposable
{
    private const string CaptureName = "capture.pcapng", EventsName = "events.ndjson", CapturesName = "captures";

    // Each is a file that is open as long as the run goes on.
    private const int MostCaptures = 1000;

    private readonly OutputDirectory _directory;
    private readonly WholeFile? _captureFile;
    private readonly WholeFile? _eventFile;
    private readonly PcapngWriter? _capture;
    private readonly NdjsonEventLog? _events;
    private readonly InterfaceCaptures? _captures;
    private readonly Dictionary<string, WholeFile> _captureFiles = new(StringComparer.Ordinal);

    /// <exception cref="BadInputException">There are too many interfaces for a capture of each.</exception>
    internal Recordings(OutputDirectory directory, ScenarioRun run, RunRequest request)
    {
        _directory = directory;
        if (request.CaptureEach)
        {
            int interfaces = CapturePoint.All(run.Network.Events).SelectMany(point => new[] { point.SendingInterface, point.ReceivingInterface }).Distinct().Count();
            if (interfaces > MostCaptures)
                throw new BadInputException($"--capture-each would write {interfaces} files, and writes at most {MostCaptures}; use --capture, and filter for the interface");
            OutputDirectory captures = directory.Within(CapturesName);
            _captures = run.CaptureEach(name => (_captureFiles[name] = captures.Create($"{name}.pcapng")).Stream);
        }

        if (request.Capture)
        {
            _captureFile = directory.Create(CaptureName);
            _capture = run.Capture(_captureFile.Stream);
        }

        if (request.Events)
        {
            _eventFile = directory.Create(EventsName);
            _events = run.LogEvents(_eventFile.Stream);
        }
    }

    /// <summary>Completes what was recorded and puts it in its place.</summary>
    /// <exception cref="OutputFailedException">The disk failed, now or during the run.</exception>
    internal void Keep()
    {
        _directory.Guard(CaptureName, () =>
        {
            _capture?.Complete();
            _captureFile?.Keep();
        });
        _directory.Guard(EventsName, () =>
        {
            _events?.Complete();
            _eventFile?.Keep();
        });
        foreach (string name in _captures?.Used ?? [])
        {
            _directory.Guard(Path.Combine(CapturesName, $"{name}.pcapng"), () =>
            {
                _captures!.Complete(name);
                _captureFiles[name].Keep();
            });
        }
    }

    /// <summary>Writes the results.</summary>
    /// <exception cref="OutputFailedException">A file cannot be written.</exception>
    internal void Write(ScenarioResult result)
    {
        Write("results.json", stream => ResultsJson.Write(result, stream));
        if (result.Storm.Count > 0)
            Write("timeline.yaml", stream => StormTimeline.Write(result, stream));
    }

    /// <summary>Writes what connections and links were over time, as far as there is anything.</summary>
    /// <exception cref="OutputFailedException">A file cannot be written.</exception>
    internal void WriteSeries(ScenarioResult result, RunRecording recording, bool parquet)
    {
        WriteSeries("time-series", SeriesTable.Connections(result), parquet);
        WriteSeries("link-series", SeriesTable.Links(recording), parquet);
    }

    /// <summary>Writes the report page.</summary>
    /// <exception cref="OutputFailedException">The file cannot be written.</exception>
    internal void WriteReport(Action<Stream> write) => Write("report.html", write);

    public void Dispose()
    {
        _captures?.Dispose();
        _captureFile?.Dispose();
        _eventFile?.Dispose();
        foreach (WholeFile file in _captureFiles.Values)
            file.Dispose();
    }

    private void WriteSeries(string name, SeriesTable table, bool parquet)
    {
        if (table.Rows.Count == 0)
            return;
        Write($"{name}.csv", stream => SeriesCsv.Write(table, stream));
        if (parquet)
            Write($"{name}.parquet", stream => ParquetSeries.Write(table, stream));
    }

    private void Write(string name, Action<Stream> write) => _directory.Guard(name, () =>
    {
        using WholeFile file = _directory.Create(name);
        write(file.Stream);
        file.Keep();
    });
}
