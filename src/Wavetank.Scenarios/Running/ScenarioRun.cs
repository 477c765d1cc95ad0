using System.Diagnostics;
using Wavetank.Devices;
using Wavetank.Recording.Capture;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Report;
using Wavetank.Scenarios.Results;

namespace Wavetank.Scenarios.Running;

/// <summary>One run of a scenario, from the model to its results.</summary>
/// <remarks>
/// The run is never cut into pieces, so that looking at it cannot change it: another thread may read <see cref="Progress"/> and call
/// <see cref="Stop"/> at any time. Everything else belongs to the thread that calls <see cref="Execute"/>.
/// </remarks>
public sealed class ScenarioRun : IDisposable
{
    private readonly BuiltScenario _built;

    /// <summary>Builds the network and its programs; nothing has happened yet.</summary>
    /// <param name="scenario">The scenario.</param>
    public ScenarioRun(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _built = ScenarioBuilder.Build(scenario);
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario => _built.Scenario;

    /// <summary>The network. Programs of your own may be added to its hosts before the run.</summary>
    public Network Network => _built.Network;

    /// <summary>How far the run has come; for display only. May be read from any thread.</summary>
    public RunProgress Progress => new(Network.Now, Network.Simulator.EventsFired);

    /// <summary>Captures the packets at every interface; call it before the run.</summary>
    /// <param name="stream">Where the pcapng file is written to; it is left open.</param>
    /// <returns>The capture, to be completed after the run.</returns>
    public PcapngWriter Capture(Stream stream)
    {
        var capture = new PcapngWriter(stream, Network.Events, CapturePoint.All(Network.Events), leaveOpen: true);
        Network.Events.Subscribe(capture);
        return capture;
    }

    /// <summary>Captures the packets of each interface for itself; call it before the run.</summary>
    /// <param name="open">Opens the stream for an interface such as <c>client.eth0</c>; it is left open.</param>
    /// <returns>The captures, to be completed after the run.</returns>
    public InterfaceCaptures CaptureEach(Func<string, Stream> open)
    {
        var captures = new InterfaceCaptures(open, Network.Events, CapturePoint.All(Network.Events));
        Network.Events.Subscribe(captures);
        return captures;
    }

    /// <summary>Logs every packet event as a line of JSON; call it before the run.</summary>
    /// <param name="stream">Where the lines are written to; it is left open.</param>
    /// <returns>The log, to be completed after the run.</returns>
    public NdjsonEventLog LogEvents(Stream stream)
    {
        var log = new NdjsonEventLog(stream, Network.Events, leaveOpen: true);
        Network.Events.Subscribe(log);
        return log;
    }

    /// <summary>Records what the report of the run shows; call it before the run. TCP connections are sampled, too.</summary>
    /// <returns>What <see cref="RunReport"/> takes after the run.</returns>
    public RunRecording Record() => new(_built);

    /// <summary>Records links over time and nothing else, which costs less.</summary>
    internal RunRecording RecordLinks() => new(_built, linksOnly: true);

    /// <summary>
    /// Runs until the scenario's duration is over or, without one, until nothing is left to happen; or until it is stopped.
    /// </summary>
    /// <returns>All that was measured, also of a run that was stopped.</returns>
    /// <exception cref="Wavetank.Engine.Programs.ProgramFailedException">A program failed with anything but an error of the network.</exception>
    public ScenarioResult Execute()
    {
        long start = Stopwatch.GetTimestamp();
        RunResult run = Scenario.Duration is { } duration ? Network.Run(duration.ToTimeSpan()) : Network.Run();
        return ScenarioResults.Collect(_built, run, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Ends the run after the current event; <see cref="Execute"/> then returns what was measured. May be called from any thread.</summary>
    public void Stop() => Network.Stop();

    /// <summary>Ends all programs.</summary>
    public void Dispose() => Network.Dispose();
}
