using System.Reflection;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios.Building;

namespace Wavetank.Scenarios.Results;

/// <summary>Takes all figures of a run at its end.</summary>
internal static class ScenarioResults
{
    /// <summary>The version of this assembly, without what a build adds to it.</summary>
    internal static string Version { get; } =
        typeof(ScenarioResults).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    internal static ScenarioResult Collect(BuiltScenario built, RunResult run, TimeSpan realTime)
    {
        RunOutcome outcome = Outcome(built, run.End);
        SimulationTime measured = outcome == RunOutcome.Completed ? run.LastEvent : run.Time;
        IReadOnlyList<LinkResult> links = LinkResults.Collect(built, measured.Nanoseconds);
        return new ScenarioResult
        {
            Scenario = built.Scenario.Name,
            Seed = built.Scenario.Seed,
            Version = Version,
            Outcome = outcome,
            SimulatedTime = run.Time,
            LastEvent = run.LastEvent,
            RealTime = realTime,
            Events = run.EventsFired,
            Packets = run.PacketsSent,
            Digest = run.Digest,
            Applications = ApplicationResults.Collect(built),
            Flows = FlowResults.Collect(built.Network),
            FlowsForgotten = built.Network.ForgottenTcpFlows,
            Links = links,
            Drops = DropResults.Collect(built),
            Expectations = ExpectationResults.Collect(built, links),
            Faults = FaultResults.Collect(built.Network),
            Storm = [.. built.Storm.Select(fault => fault.ToString())],
            Unobserved = run.Unobserved,
            Escapes = run.Escapes,
            Waiting = outcome == RunOutcome.Idle ? Waiting(built, run) : [],
        };
    }

    private static RunOutcome Outcome(BuiltScenario built, RunEnd end) => end switch
    {
        RunEnd.Completed => RunOutcome.Completed,
        RunEnd.TimeLimit => RunOutcome.TimeLimit,
        RunEnd.Stopped => RunOutcome.Stopped,
        _ => Unfinished(built).Any() ? RunOutcome.Idle : RunOutcome.Completed,
    };

    /// <summary>The programs that have not ended and are no servers of the scenario: those of clients, and those that a user added.</summary>
    private static IEnumerable<SimulatedProgram> Unfinished(BuiltScenario built)
    {
        HashSet<SimulatedProgram?> servers = [.. built.Applications
            .SelectMany(group => group)
            .Where(application => application.Spec.Kind.IsServer)
            .Select(application => application.Program)];
        return built.Network.Simulator.Programs.All.Where(program =>
            program.State is ProgramState.Scheduled or ProgramState.Running && !servers.Contains(program));
    }

    private static IReadOnlyList<WaitingProgram> Waiting(BuiltScenario built, RunResult run)
    {
        HashSet<(string, string)> unfinished = [.. Unfinished(built).Select(program => (program.Host, program.Name))];
        return [.. run.Waiting.Where(waiting => unfinished.Contains((waiting.Host, waiting.Program)))];
    }
}
