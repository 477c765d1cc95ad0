using System.Text;
using System.Text.Json;
using Wavetank.Devices;
using Wavetank.Recording.Capture;
using Wavetank.Recording.EventLog;
using Wavetank.Testing.Running;

namespace Wavetank.Testing.Exploration;

/// <summary>The files of a run that failed: capture, event log, timeline, output of the programs, figures.</summary>
/// <param name="folder">Where they are written; null for none.</param>
internal sealed class RunFiles(string? folder) : IDisposable
{
    private const string Capture = "capture.pcapng";
    private const string Events = "events.ndjson";
    private const string Timeline = "timeline.yaml";
    private const string Output = "output.txt";
    private const string Results = "results.txt";

    private static readonly string[] Names = [Results, Timeline, Output, Capture, Events];

    private NdjsonEventLog? _events;
    private PcapngWriter? _capture;

    /// <summary>The settings of a run that writes into the files.</summary>
    public SimulationSettings Record(SimulationSettings settings)
    {
        if (folder is null)
        {
            return settings;
        }

        Directory.CreateDirectory(folder);
        return settings with
        {
            Observers = network => [_events = new NdjsonEventLog(File.Create(PathOf(Events)), network.Events)],
            Starting = BeginCapture,
        };
    }

    /// <summary>Writes what is left.</summary>
    /// <returns>The full paths of all files.</returns>
    public IReadOnlyList<string> Finish(Attempt recorded, NearestRun? nearest)
    {
        if (folder is null || recorded.Network is not { } network)
        {
            return [];
        }

        Dispose();
        MarkDifference(nearest);
        Write(Timeline, recorded.Kept.Count == 0 ? [] : ["timeline:", .. recorded.Kept.Select(index => $"  {recorded.Planned[index]}")]);
        Write(Output, [.. network.Simulator.Console.Lines.Select(line => line.ToString())]);
        Write(Results, [.. RunFigures.Of(network)]);
        return [.. Names.Select(PathOf).Where(File.Exists)];
    }

    public void Dispose()
    {
        _capture?.Dispose();
        _events?.Dispose();
        _capture = null;
        _events = null;
    }

    // Links are known when the network runs; of those that are made later there is no capture.
    private void BeginCapture(Network network)
    {
        if (_capture is null && network.Links.Count > 0)
        {
            _capture = new PcapngWriter(File.Create(PathOf(Capture)), network.Events, CapturePoint.All(network.Events));
            network.Events.Subscribe(_capture);
        }
    }

    /// <summary>Puts a line into the event log before the first event that differs from the nearest run that passes.</summary>
    private void MarkDifference(NearestRun? nearest)
    {
        if (nearest?.Difference is not { } difference)
        {
            return;
        }

        string plain = PathOf($"{Events}.plain");
        File.Move(PathOf(Events), plain);
        using (StreamWriter marked = new(PathOf(Events), append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (string line in File.ReadLines(plain))
            {
                if (line == difference.Left)
                {
                    marked.WriteLine(JsonSerializer.Serialize(new Dictionary<string, string?>
                    {
                        ["event"] = "first-difference",
                        ["nearest"] = nearest.What,
                        ["passes"] = difference.Right,
                    }));
                }

                marked.WriteLine(line);
            }
        }

        File.Delete(plain);
    }

    private void Write(string name, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            File.WriteAllLines(PathOf(name), lines, new UTF8Encoding(false));
        }
    }

    private string PathOf(string name) => Path.GetFullPath(Path.Combine(folder!, name));
}
