using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wavetank.Cli.Output;
using Wavetank.Cli.Usage;
using Wavetank.Devices;
using Wavetank.Recording.EventLog;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Running;

namespace Wavetank.Cli.Verbs;

/// <summary><c>wavetank verify</c>: same seed, same digest; otherwise the first event that differs.</summary>
internal static class VerifyVerb
{
    private const int MaxRuns = 1000;

    private static int ParseRuns(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int runs) && runs is >= 2 and <= MaxRuns)
            return runs;
        result.AddError($"--runs takes a whole number from 2 to {MaxRuns}, not '{text}'");
        return 0;
    }

    internal static Command Create(Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        var arguments = new ScenarioArguments(terminal);
        var runs = new Option<int>("--runs")
        {
            Description = "How many runs to compare; 2 by default.",
            HelpName = "N",
            DefaultValueFactory = _ => 2,
            CustomParser = ParseRuns,
        };
        var verb = new Command("verify", "Run a scenario twice or more with the same seed and prove that every run does the same.");
        arguments.AddTo(verb);
        Option<bool> checkInvariants = InvariantsOption.Create();
        verb.Add(runs);
        verb.Add(checkInvariants);
        verb.SetAction(parsed => Verify(
            arguments.Load(parsed), parsed.GetValue(runs), parsed.GetValue(checkInvariants), terminal, interruption, prepare));
        return verb;
    }

    private static int Verify(Scenario scenario, int runs, bool checkInvariants, Terminal terminal, Interruption interruption, Action<Network>? prepare)
    {
        try
        {
            DeterminismReport report = Verification.Verify(
                scenario,
                runs,
                prepare: network =>
                {
                    if (checkInvariants)
                        network.CheckInvariants();
                    prepare?.Invoke(network);
                },
                running: run => interruption.StopWith(run.Stop));
            terminal.Output.WriteLine(report.Describe());
            return report.IsDeterministic ? ExitCode.Success : ExitCode.ExpectationFailed;
        }
        catch (OperationCanceledException) when (interruption.ExitCode is not null)
        {
            terminal.WriteErrorLine("wavetank: stopped before the runs could be compared");
            return interruption.ExitCode.Value;
        }
    }
}
