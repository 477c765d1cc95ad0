using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Building;

/// <summary>Begins the timeline's entries, each at its time. Of entries at the same instant the one that stands first in the file is first.</summary>
internal static class TimelineFaults
{
    internal static void Begin(Scenario scenario, Network network)
    {
        if (scenario.Timeline.Count == 0)
            return;

        var targets = new FaultTargets(network);
        foreach (TimelineEntry entry in scenario.Timeline)
        {
            foreach (Fault fault in entry.Create(targets))
                network.Faults.Begin(fault, entry.At.ToTimeSpan(), entry.For?.ToTimeSpan() ?? Timeout.InfiniteTimeSpan);
        }
    }
}
