using Wavetank.Recording.Capture;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Output;

/// <summary>The files of a run.</summary>
internal sealed class Recordings : IDisposable
{
    private readonly OutputDirectory _directory;
    private readonly WholeFile? _captureFile;
    private readonly WholeFile? _eventFile;
    private readonly PcapngWriter? _capture;
    private readonly NdjsonEventLog? _events;

    internal Recordings(OutputDirectory directory, ScenarioRun run, bool capture, bool events)
    {
        _directory = directory;
        if (capture)
        {
            _captureFile = directory.Create("capture.pcapng");
            _capture = run.Capture(_captureFile.Stream);
        }

        if (events)
        {
            _eventFile = directory.Create("events.ndjson");
            _events = run.LogEvents(_eventFile.Stream);
        }
    }

    /// <summary>Completes what was recorded and puts it in its place.</summary>
    /// <exception cref="IOException">The disk failed, now or during the run.</exception>
    internal void Keep()
    {
        _capture?.Complete();
        _captureFile?.Keep();
        _events?.Complete();
        _eventFile?.Keep();
    }

    /// <summary>Writes the results.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    internal void Write(ScenarioResult result)
    {
        using WholeFile file = _directory.Create("results.json");
        ResultsJson.Write(result, file.Stream);
        file.Keep();
        if (!result.Flows.Any(flow => flow.Samples.Count > 0))
            return;
        using WholeFile table = _directory.Create("time-series.csv");
        TimeSeriesCsv.Write(result, table.Stream);
        table.Keep();
    }

    public void Dispose()
    {
        _captureFile?.Dispose();
        _eventFile?.Dispose();
    }
}
