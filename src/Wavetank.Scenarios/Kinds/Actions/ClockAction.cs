using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>The row of <c>clock</c>.</summary>
internal static class ClockAction
{
    internal static readonly Option<ClockOffset> Offset = Option<ClockOffset>.Optional(
        "offset", ValueFormats.ClockOffset, "How far the time of day is ahead; not at all when absent.");

    internal static readonly Option<ClockDrift> Drift = Option<ClockDrift>.Optional(
        "drift", ValueFormats.ClockDrift, "By how much the clock runs too fast; not at all when absent.");

    internal static readonly ActionKind Kind = new(
        "clock", "A host's clock is wrong, runs too fast or too slow, or both.", ActionTarget.Host, Create, Offset, Drift)
    { NeedsOne = true };

    private static Func<FaultTargets, IEnumerable<Fault>> Create(ActionArguments arguments)
    {
        TimeSpan offset = arguments.Values.GivenOrNull(Offset)?.ToTimeSpan() ?? TimeSpan.Zero;
        double drift = (double)(arguments.Values.GivenOrNull(Drift)?.Ppm ?? 0);
        return targets => arguments.Targets.Names.Select(host => new ClockFault(targets.Host(host), offset, drift));
    }
}
