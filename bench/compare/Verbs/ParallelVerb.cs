using System.CommandLine;
using Wavetank.Compare.Parallel;
using Wavetank.Compare.Workloads;
using Wavetank.Compare.Workloads.Simulated;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Running;

namespace Wavetank.Compare.Verbs;

/// <summary><c>parallel</c>: what several cores could make of a run, worked out from its packet events (docs/design/parallel.md).</summary>
internal static class ParallelVerb
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN") { Description = "A scenario file, or a workload with its parameters in quotation marks.", Arity = ArgumentArity.OneOrMore };
        var verb = new Command("parallel", "Print how much faster a run could be on several cores: critical path and look-ahead, from its packet events.") { runs };
        verb.SetAction(parsed =>
        {
            Console.WriteLine(SpeedUp.Heading);
            foreach (string run in parsed.GetValue(runs)!)
            {
                Console.WriteLine(run.EndsWith(".yaml", StringComparison.Ordinal) ? OfScenario(run) : OfWorkload(run));
            }
        });
        return verb;
    }

    private static string OfScenario(string file)
    {
        using var run = new ScenarioRun(ScenarioFile.Load(file));
        var trace = new EventTrace(run.Network);
        run.Execute();
        return SpeedUp.Of(trace).ToRow($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}");
    }

    private static string OfWorkload(string command)
    {
        string[] words = command.Split(' ');
        var parameters = new Parameters(words[1..]);
        parameters.Scale = parameters.Number("scale", 100) / 100.0;
        using var workload = (SimulatedWorkload)WorkloadTable.Create(words[0], parameters);
        workload.Prepare();
        var trace = new EventTrace(workload.Network);
        workload.Run();
        return SpeedUp.Of(trace).ToRow(command);
    }
}
