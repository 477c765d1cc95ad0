using Wavetank.Devices.Faults.Storms;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;

namespace Wavetank.Scenarios.Checking;

/// <summary>Turns elements into a scenario; collects every problem on the way.</summary>
/// <remarks>
/// Each section is checked even when an earlier one has problems. What a section cannot know because of them it leaves
/// unsaid, so that one mistake is reported once.
/// </remarks>
internal static class ScenarioChecker
{
    /// <returns>The scenario; null when there are problems.</returns>
    internal static Scenario? Check(Element root, string defaultName, Problems problems)
    {
        if (root is not MappingElement mapping)
        {
            problems.Add(root.Place, "", $"a scenario is a mapping with keys such as devices: and applications:, not {root.Description}");
            return null;
        }

        bool hasTopology = OptionReader.Section(mapping, ScenarioKeys.Topology) is not null;
        OptionValues values = OptionReader.Read(mapping, "", hasTopology ? ScenarioKeys.AllWithTopology : ScenarioKeys.All, problems);
        var end = new ScenarioEnd(mapping, values, problems);
        var names = new NameRegistry(problems);
        DeviceIndex devices = new DevicesChecker(names, problems).Check(mapping);
        TopologyLinks topologies = new TopologyChecker(devices, names, values.Get(ScenarioKeys.Seed), problems).Check(mapping);
        LinkIndex links = new LinksChecker(devices, names, problems).Check(mapping, topologies);
        new NameServersChecker(devices, links, problems).Check(mapping);
        new DeviceNamesChecker(devices, links, problems).Check(mapping);

        var applicationsChecker = new ApplicationsChecker(devices, links, names, end, problems);
        IReadOnlyList<CheckedApplication> applications = applicationsChecker.Check(mapping);
        var targets = new ActionTargetReader(devices, links, problems);
        IReadOnlyList<TimelineEntry> timeline = new TimelineChecker(devices, targets, end, problems).Check(mapping);
        StormOptions? storm = new StormChecker(targets, end, problems).Check(mapping);
        var subjects = new SubjectResolver(devices, links, applications, applicationsChecker.Broken);
        IReadOnlyList<Expectation> expectations = new ExpectationsChecker(subjects, problems).Check(mapping);
        if (problems.Any)
            return null;

        values.TryGet(ScenarioKeys.Name, out string? name);
        return new Scenario(
            name ?? defaultName,
            values.Get(ScenarioKeys.Seed),
            values.GivenOrNull(ScenarioKeys.Duration),
            devices.Specs,
            links.Specs,
            [.. applications.Select(a => a.Spec)],
            timeline,
            expectations,
            values.GivenOrNull(ScenarioKeys.TimeSeries))
        {
            Storm = storm,
            Groups = devices.Groups,
            ConvergenceDelay = values.Get(ScenarioKeys.ConvergenceDelay),
        };
    }
}
