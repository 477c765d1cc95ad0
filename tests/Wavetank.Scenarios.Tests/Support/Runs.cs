using Wavetank.Devices;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

namespace Wavetank.Scenarios.Tests.Support;

/// <summary>Runs scenarios given as text.</summary>
internal static class Runs
{
    /// <summary>A server, a client, and a link of 10 ms.</summary>
    internal const string TwoHosts = """
        devices: { server: { kind: host }, client: { kind: host } }
        links: [{ between: [client, server], delay: 10ms }]

        """;

    internal static ScenarioResult Execute(string text, Action<Network>? prepare = null)
    {
        using var run = new ScenarioRun(Lab.Parse(text));
        prepare?.Invoke(run.Network);
        return run.Execute();
    }

    internal static ApplicationFigures Figures(this ScenarioResult result, string name) =>
        result.Applications.Single(application => application.Name == name).Total;

    internal static long RoundTrip(this ScenarioResult result, string name, string statistic) =>
        result.Figures(name).RoundTrip!.Statistics.Single(value => value.Name == statistic).Nanoseconds;
}
