using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;

namespace Wavetank.Scenarios.Results;

/// <summary>
/// What the run of a scenario gave. The tables on the terminal and <c>results.json</c> are both made from this and nothing else, so
/// they carry the same figures. All but <see cref="RealTime"/> follows from scenario and seed alone.
/// </summary>
public sealed record ScenarioResult
{
    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The seed that every random choice followed from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The version of Wavetank that ran it, such as <c>0.1.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>How it ended.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>The simulated time at its end; the scenario's duration, where it has one and was not stopped.</summary>
    public required SimulationTime SimulatedTime { get; init; }

    /// <summary>When something last happened that mattered.</summary>
    public required SimulationTime LastEvent { get; init; }

    /// <summary>How long the run took by the clock on the wall.</summary>
    public required TimeSpan RealTime { get; init; }

    /// <summary>Events fired.</summary>
    public required long Events { get; init; }

    /// <summary>IP packets that devices sent.</summary>
    public required long Packets { get; init; }

    /// <summary>The trace digest: 16 hexadecimal digits, the same for the same run.</summary>
    public required string Digest { get; init; }

    /// <summary>The applications, in the order of the file.</summary>
    public required IReadOnlyList<ApplicationResult> Applications { get; init; }

    /// <summary>The TCP connections, each with two directions: first those that ended, as they did, then those that are open.</summary>
    public required IReadOnlyList<FlowResult> Flows { get; init; }

    /// <summary>Flows that ended so early that only their number is known: of those that ended, the last ten thousand are kept.</summary>
    public required long FlowsForgotten { get; init; }

    /// <summary>The links, in the order of the file.</summary>
    public required IReadOnlyList<LinkResult> Links { get; init; }

    /// <summary>The devices that dropped packets themselves.</summary>
    public required IReadOnlyList<DeviceDrops> Drops { get; init; }

    /// <summary>The expectations, in the order of the file.</summary>
    public required IReadOnlyList<ExpectationResult> Expectations { get; init; }

    /// <summary>What went wrong, in the order in which it began.</summary>
    public IReadOnlyList<FaultResult> Faults { get; init; } = [];

    /// <summary>What the storm was, as entries of a timeline: <c>- { at: 1500ms, crash: server, for: 200ms }</c>.</summary>
    public IReadOnlyList<string> Storm { get; init; } = [];

    /// <summary>What programs that are no servers still wait for; empty unless the run ended idle.</summary>
    public required IReadOnlyList<WaitingProgram> Waiting { get; init; }

    /// <summary>Exceptions of tasks that nobody awaits; empty unless an application lets one go, which is a fault of the application.</summary>
    public IReadOnlyList<UnobservedFailure> Unobserved { get; init; } = [];

    /// <summary>How often code of a program ran on the thread pool, off the simulation's thread; 0 for the applications of Wavetank.</summary>
    public long Escapes { get; init; }

    /// <summary>
    /// The time over which means are taken: until the last event where all was done, since nothing happened afterwards; otherwise the whole
    /// simulated time.
    /// </summary>
    public SimulationTime MeasuredTime => Outcome == RunOutcome.Completed ? LastEvent : SimulatedTime;

    /// <summary>Simulated seconds, of the time that was measured, for each second by the clock on the wall.</summary>
    public double Speed => RealTime > TimeSpan.Zero ? MeasuredTime.TotalSeconds / RealTime.TotalSeconds : 0;

    /// <summary>The same without what connections were over time: what is written where nobody asked for it.</summary>
    public ScenarioResult WithoutTimeSeries() => this with { Flows = [.. Flows.Select(flow => flow with { Samples = [] })] };

    /// <summary>Whether every expectation held.</summary>
    public bool ExpectationsHold => Expectations.All(expectation => expectation.Holds);
}
