namespace Wavetank.Cli.Tests.Support;

/// <summary>A directory of a test's own, with a scenario in it; removed afterwards.</summary>
internal sealed class Lab : IDisposable
{
    /// <summary>Twenty messages echoed and verified, some of them lost on the way.</summary>
    internal const string Echo = """
        name: echo over a lossy link
        seed: 7
        devices: { server: { kind: host }, client: { kind: host, count: 2 }, core: { kind: router } }
        links:
          - { between: [client, core], rate: 10Mbps, delay: 10ms }
          - { between: [core, server], rate: 100Mbps, delay: 20ms, loss: 5% }
        applications:
          - { on: server, run: tcp-echo-server, port: 7 }
          - { on: client, run: tcp-echo-client, to: "server:7", size: 100B, count: 10 }
        expect:
          - client.errors == 0
          - client.round-trip.p50 < 100ms
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("wavetank-").FullName;

    internal Lab(string text = Echo) => File.WriteAllText(Scenario, text);

    internal string Scenario => PathOf("lab.yaml");

    internal string PathOf(string name) => $"{_directory}{Path.DirectorySeparatorChar}{name}";

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
