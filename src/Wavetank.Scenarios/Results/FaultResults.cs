using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Engine;

namespace Wavetank.Scenarios.Results;

/// <summary>Takes what went wrong.</summary>
internal static class FaultResults
{
    internal static IReadOnlyList<FaultResult> Collect(Network network)
    {
        IReadOnlyList<FaultEvent> events = network.Faults.Events;
        Dictionary<Fault, SimulationTime> ends = events.Where(item => !item.IsBegin).ToDictionary(item => item.Fault, item => item.Time);
        return
        [
            .. events.Where(item => item.IsBegin).Select(item => new FaultResult(
                item.Fault.Kind, item.Fault.Target, item.Fault.Details, item.Time, ends.TryGetValue(item.Fault, out SimulationTime end) ? end : null)),
        ];
    }
}
