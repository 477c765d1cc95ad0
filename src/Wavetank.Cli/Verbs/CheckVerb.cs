using System.CommandLine;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank check</c>: says everything that is wrong with a scenario, or that nothing is.</summary>
internal static class CheckVerb
{
    internal static Command Create(Terminal terminal)
    {
        var arguments = new ScenarioArguments(terminal, several: true);
        var verb = new Command("check", "Check scenario files and run nothing.");
        arguments.AddTo(verb);
        verb.SetAction(parsed =>
        {
            int exitCode = ExitCode.Success;
            foreach (string file in arguments.Files(parsed))
            {
                try
                {
                    terminal.Output.WriteLine($"{file}: ok ({Describe(arguments.Load(parsed, file))})");
                }
                catch (Exception exception) when (exception is ScenarioException or BadInputException)
                {
                    // One bad file does not hide those that come after it.
                    exitCode = Failures.Report(exception, terminal, parsed.GetValue(GlobalOptions.Debug));
                }
            }

            return exitCode;
        });
        return verb;
    }

    private static string Describe(Scenario scenario)
    {
        IEnumerable<string> devices = scenario.Devices
            .GroupBy(spec => spec.Kind)
            .Select(group => Number(group.Sum(spec => spec.Members.Count), group.Key.Name));
        return string.Join(
            ", ",
            [
                .. devices,
                Number(scenario.Links.Sum(spec => spec.Members.Count), "link"),
                Number(scenario.Applications.Sum(spec => spec.Hosts.Count), "application"),
                Number(scenario.Expectations.Count, "expectation"),
            ]);
    }

    private static string Number(int count, string what) => $"{HumanText.Count(count)} {what}{(count == 1 ? "" : "s")}";
}
