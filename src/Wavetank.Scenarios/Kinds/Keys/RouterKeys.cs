using Wavetank.Devices;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Keys;

/// <summary>The keys of a router beside those of every device.</summary>
internal static class RouterKeys
{
    internal static readonly ListOption<RouteText> Routes = new(
        "routes", new ValueFormat<RouteText>("route", "a block of addresses, default or a device, then via and a neighbour", "10.0.0.0/8 via core", RoutingText.TryParseRoute),
        "Routes beside those that are computed; the longest match counts, and of equal ones that which is written here.");

    internal static readonly Option<bool> EqualCostPaths = Option<bool>.WithDefault(
        "equal-cost-paths", ValueFormats.Switch, true, "Whether flows are spread over all shortest paths; when off, all take the one over the link that the file names first.");

    internal static readonly Option<Duration> ConvergenceDelay = Option<Duration>.Optional(
        "convergence-delay", ValueFormats.Duration, "How long after a link was cut or restored this router has its new routes; as the scenario says when absent.");

    internal static readonly IReadOnlyList<Option> All = [Routes, EqualCostPaths, ConvergenceDelay];

    internal static void Apply(OptionValues values, Router router)
    {
        router.UsesEqualCostPaths = values.Get(EqualCostPaths);
        router.ConvergenceDelay = values.GivenOrNull(ConvergenceDelay)?.ToTimeSpan();
    }
}
