using Wavetank.Scenarios;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Results;
using Wavetank.Scenarios.Running;

// The one registration: from now on a timeline may say "black-hole: LINK, above: SIZE".
Option above = NewOption.Size("above", "The largest packet that still passes.", 576);
ScenarioTables.Actions.Add(ActionKind.OfLinks(
    "black-hole",
    "Loses packets above a size in silence, from the link's first end to its second.",
    values => link => new BlackHoleFault(link, values.Size(above)),
    above));

using var run = new ScenarioRun(ScenarioFile.Load(Path.Combine(AppContext.BaseDirectory, "scenario", "lab.yml")));
ScenarioResult result = run.Execute();
foreach (FaultResult fault in result.Faults)
    Console.WriteLine($"{fault.Kind} {fault.Target} ({fault.Details}): from {fault.Begin} to {fault.End}");
foreach (ApplicationResult application in result.Applications.Where(application => application.Total.RoundTrip is not null))
{
    long longest = application.Total.RoundTrip!.Statistics.Single(value => value.Name == "max").Nanoseconds;
    Console.WriteLine($"{application.Name}: {application.Total.Count} of 10 back, {application.Total.Errors} errors, longest {HumanText.Time(longest)}");
}
