using Wavetank.Engine;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Building;

/// <summary>Schedules the timeline's entries. Of entries at the same instant the one that stands first in the file is first.</summary>
internal static class TimelineSchedule
{
    internal static void Add(Scenario scenario, Simulator simulator, IReadOnlyDictionary<string, LinkState> links)
    {
        foreach (TimelineEntry entry in scenario.Timeline)
        {
            LinkState[] targets = [.. entry.Links.Select(name => links[name])];
            Schedule(simulator, entry.At.Nanoseconds, () => Array.ForEach(targets, target => target.Begin(entry)));
            if (entry.For is { } duration)
                Schedule(simulator, entry.At.Nanoseconds + duration.Nanoseconds, () => Array.ForEach(targets, target => target.End(entry)));
        }
    }

    private static void Schedule(Simulator simulator, long nanoseconds, Action action) =>
        simulator.Schedule(new TimelineEvent(action), new SimulationTime(nanoseconds));
}
