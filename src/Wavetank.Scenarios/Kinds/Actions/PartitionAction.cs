using Wavetank.Devices.Faults;
using Wavetank.Scenarios.Building;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>The row of <c>partition</c>.</summary>
internal static class PartitionAction
{
    internal static readonly ListOption<string> From = new(
        "from", ValueFormats.Name, "Who is on the other side; may be absent where partition names two, one for each side.");

    internal static readonly Option<bool> OneWay = Option<bool>.Optional(
        "one-way", ValueFormats.Switch, "Whether only what goes from the first side to the other is stopped; off when absent.");

    internal static readonly Option<bool> Hold = Option<bool>.Optional(
        "hold", ValueFormats.Switch, "Whether what is stopped is held, and delivered in its order when the partition ends; off when absent, and it is lost.");

    internal static readonly ActionKind Kind = new(
        "partition", "Two sets of hosts cannot reach each other, wherever packets between them go; a router or switch stands for the hosts that hang on it.", ActionTarget.TwoSets, Create, From, OneWay, Hold);

    private static Func<FaultTargets, IEnumerable<Fault>> Create(ActionArguments arguments)
    {
        bool isOneWay = arguments.Values.GivenOrNull(OneWay) ?? false, holds = arguments.Values.GivenOrNull(Hold) ?? false;
        return targets =>
        [
            new PartitionFault(arguments.Targets.Names.Select(targets.Device), arguments.Targets.Others.Select(targets.Device)) { IsOneWay = isOneWay, Holds = holds },
        ];
    }
}
