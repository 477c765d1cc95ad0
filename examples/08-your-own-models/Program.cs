using System.Globalization;
using Wavetank.Examples;
using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Loss;
using Wavetank.Scenarios;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Conditions;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;
using Wavetank.Stack.Tcp.Congestion;

// One registration each: from here on a scenario may name them, with options that are checked like all others.
Option depth = NewOption.Count("depth", "How many packets may wait.", 50);
ScenarioTables.Queues.Add(new QueueKind(
    "newest-first", "Last in, first out.", values => QueueOptions.Custom("newest-first", context => new NewestFirst(context, values.Count(depth))), depth));
ScenarioTables.LossModels.Add(ConditionKind.OfLoss(
    "by-length", "Long packets are lost more often.",
    values =>
    {
        double rate = double.Parse(values["bit-error-rate"], CultureInfo.InvariantCulture);
        return LossOptions.Custom("by-length", random => new LossByLength(rate, random));
    },
    ("bit-error-rate", "The probability that one bit is wrong.")));
ScenarioTables.DelayModels.Add(ConditionKind.OfDelay(
    "tides", "The delay rises and falls.", _ => DelayOptions.Custom("tides", _ => new Tides(10_000_000, 30_000_000, 100))));
CongestionControls.Add("steady", "Keeps twenty segments in flight.", () => new SteadyWindow());

using var run = new ScenarioRun(ScenarioFile.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", "lab.yaml")));
ScenarioResult result = run.Execute();

Console.WriteLine($"{result.Outcome} at {result.LastEvent.TotalSeconds:0.000} s, digest {result.Digest}");
foreach (ApplicationResult application in result.Applications.Where(application => application.Total.Count > 0))
{
    Console.WriteLine($"{application.Name}: {application.Total.Count} done, {application.Total.Errors} errors, goodput {application.Total.Goodput / 1e6:0.00} Mbit/s");
}

foreach (ExpectationResult expectation in result.Expectations)
{
    Console.WriteLine($"{(expectation.Holds ? "holds" : "fails")}: {expectation.Expectation.Text}");
}

try
{
    ScenarioFile.Load(Path.Combine(AppContext.BaseDirectory, "scenarios", "lab.yaml"), ["links.sea.queue={ kind: newest-first, dept: 5 }"]);
}
catch (ScenarioException exception)
{
    // Mistakes are told in the same words as those in the library's own models.
    Console.WriteLine(exception.Problems[0]);
}

return result.ExpectationsHold ? 0 : 1;
