using System.Globalization;
using Spectre.Console;
using Wavetank.Engine.Programs;
using Wavetank.Scenarios.Results;

namespace Wavetank.Cli.Tables;

/// <summary>The last two lines: how the run ended, then its digest and what it cost.</summary>
internal static class VerdictLines
{
    internal static void Write(ScenarioResult result, IAnsiConsole console)
    {
        foreach (UnobservedFailure failure in result.Unobserved)
            console.WriteLine(failure.ToString());
        if (result.Escapes > 0)
            console.WriteLine($"code of programs left the simulation's thread {HumanText.Count(result.Escapes)} times");
        bool isGood = result.ExpectationsHold && result.Outcome is RunOutcome.Completed or RunOutcome.TimeLimit;
        console.Write(new Text($"{Describe(result)}{DescribeExpectations(result)}", new Style(isGood ? Color.Green : Color.Red)));
        console.WriteLine();
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"digest {result.Digest} · {HumanText.Time(result.MeasuredTime.Nanoseconds)} simulated in {result.RealTime.TotalSeconds:0.00} s ({HumanText.Speed(result.Speed)}) · {HumanText.Count(result.Events)} events"));
    }

    private static string Describe(ScenarioResult result)
    {
        string last = HumanText.Time(result.LastEvent.Nanoseconds);
        return result.Outcome switch
        {
            RunOutcome.Completed => $"completed at {last}",
            RunOutcome.TimeLimit => $"ended by the scenario's duration, {HumanText.Time(result.SimulatedTime.Nanoseconds)}",
            RunOutcome.Idle => $"idle since {last}: programs wait for what cannot happen any more",
            _ => $"stopped at {HumanText.Time(result.SimulatedTime.Nanoseconds)}",
        };
    }

    private static string DescribeExpectations(ScenarioResult result)
    {
        int number = result.Expectations.Count;
        int failed = result.Expectations.Count(expectation => !expectation.Holds);
        return number == 0 ? ""
            : failed > 0 ? $"; {failed} of {number} expectations failed"
            : number == 1 ? "; the expectation holds"
            : $"; all {number} expectations hold";
    }
}
