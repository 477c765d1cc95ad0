using Wavetank.Engine;
using Wavetank.Scenarios.Kinds.Applications;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Tests.Support;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Tests.Checking;

public sealed class EmpiricalFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wavetank");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Values_are_drawn_from_a_file_beside_the_scenario()
    {
        Scenario scenario = Load("10ms\n\n  20ms  # slow\n# none\n30ms\n");

        using var simulator = new Simulator(1);
        RandomStream random = simulator.CreateRandomStream("draws");
        Distribution think = scenario.Applications[1].Options.Get(TcpEchoClient.Think);
        Assert.Equal([10, 20, 30], Enumerable.Range(0, 100).Select(_ => think.Next(random).TotalMilliseconds).Distinct().Order());
    }

    [Theory]
    [InlineData("10ms\n20\n", "gaps.txt, line 2: \"20\" has no unit; write 20ms (units: ns, us, ms, s, min, h)")]
    [InlineData("# nothing\n", "gaps.txt holds no duration; write one with its unit on each line")]
    [InlineData("10ms\n1ns\n", "gaps.txt, line 2: \"1ns\" is not a whole number of 100ns, which timers count in; write 0ms or 100ns")]
    [InlineData(null, "empirical(gaps.txt): \"gaps.txt\" does not exist")]
    public void A_wrong_file_is_one_clear_problem(string? values, string expected)
    {
        ScenarioException exception = Assert.Throws<ScenarioException>(() => Load(values));

        ScenarioProblem problem = Assert.Single(exception.Problems);
        Assert.Equal((6, "applications[1].think", expected), (problem.Line, problem.Path, problem.Message));
    }

    private Scenario Load(string? values)
    {
        if (values is not null)
            File.WriteAllText(Path.Combine(_folder.FullName, "gaps.txt"), values);
        string path = Path.Combine(_folder.FullName, "lab.yaml");
        File.WriteAllText(path, Runs.TwoHosts + """
            applications:
              - { on: server, run: tcp-echo-server, port: 7 }

              - { on: client, run: tcp-echo-client, to: "server:7", think: empirical(gaps.txt) }
            """);
        return ScenarioFile.Load(path);
    }
}
