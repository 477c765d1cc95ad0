using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Tests.Support;

/// <summary>Parses scenario text and gives back either the scenario or its problems as a user sees them.</summary>
internal static class Lab
{
    internal const string FileName = "lab.yaml";

    /// <summary>A right scenario that uses every section; most tests change one line of it.</summary>
    internal const string Good = """
        name: echo over a shaky uplink
        seed: 7
        duration: 60s
        devices:
          server: { kind: host }
          client: { kind: host, count: 3 }
          core: { kind: router }
        links:
          - { between: [client, core], delay: 5ms }
          - between: [core, server]
            rate: 100Mbps
            delay: 20ms
            jitter: 2ms
            loss: 0.1%
            queue: { kind: fifo, limit: 64KB }
        applications:
          - { on: server, run: tcp-echo-server, port: 5000 }
          - { on: client, run: tcp-echo-client, to: "server:5000", size: 64B, count: 1000, think: exponential(10ms) }
        timeline:
          - { at: 20s, set: core-server, loss: 5%, for: 10s }
          - { at: 40s, cut: client-2-core }
        expect:
          - client.round-trip.p99 < 400ms
          - client.errors == 0
        """;

    internal static Scenario Parse(string text, params string[] overrides) => ScenarioFile.Parse(text, FileName, overrides);

    /// <summary>All problems, one line each; none for a right scenario.</summary>
    internal static string[] Problems(string text, params string[] overrides)
    {
        try
        {
            Parse(text, overrides);
            return [];
        }
        catch (ScenarioException exception)
        {
            return [.. exception.Problems.Select(p => p.ToString())];
        }
    }

    /// <summary>The problems of the good scenario in which one text is replaced by another.</summary>
    internal static string[] ProblemsAfter(string old, string replacement)
    {
        Assert.Contains(old, Good, StringComparison.Ordinal);
        return Problems(Good.Replace(old, replacement, StringComparison.Ordinal));
    }
}
