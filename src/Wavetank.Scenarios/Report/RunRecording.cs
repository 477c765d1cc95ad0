using Wavetank.Devices;
using Wavetank.Recording.Connections;
using Wavetank.Recording.Series;
using Wavetank.Scenarios.Building;

namespace Wavetank.Scenarios.Report;

/// <summary>
/// What a run's report shows beside its results: links over time, the segments of connections, and what was dropped. Its memory is
/// bounded whatever the run's length, and it changes nothing of the run.
/// </summary>
public sealed class RunRecording
{
    private static readonly TimeSpan FirstSampleInterval = TimeSpan.FromMilliseconds(1);

    private readonly LinkSeriesRecorder _links;
    private IReadOnlyDictionary<string, LinkSeries>? _completeLinks;

    internal RunRecording(BuiltScenario built, bool linksOnly = false)
    {
        Built = built;
        Network network = built.Network;
        _links = new LinkSeriesRecorder(network.Events);
        Connections = new ConnectionRecorder(network.Events, network.NameOf);
        network.Events.Subscribe(_links);
        if (linksOnly)
            return;

        network.Events.Subscribe(Connections);
        if (built.Scenario.TimeSeries is null)
            network.SampleTcp(FirstSampleInterval);
    }

    internal BuiltScenario Built { get; }

    internal ConnectionRecorder Connections { get; }

    /// <summary>The series of each direction of a link by its place; the run is over.</summary>
    internal IReadOnlyDictionary<string, LinkSeries> CompleteLinks() => _completeLinks ??= _links.Complete(Built.Network.Now);
}
