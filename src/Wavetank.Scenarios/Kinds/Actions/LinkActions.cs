using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Kinds.Actions;

/// <summary>The rows of what happens to links.</summary>
internal static class LinkActions
{
    private static readonly OrderedRange<Duration> Positive = new(Duration.Shortest);

    private static readonly Option<Duration> Down = Option<Duration>.Required("down", ValueFormats.Duration, "How long it stays down each time.", Positive);

    private static readonly Option<Duration> Up = Option<Duration>.Required("up", ValueFormats.Duration, "How long it stays up in between.", Positive);

    internal static readonly ActionKind Set = new(
        "set", "Changes the conditions of a link.", ActionTarget.Link, CreateSet, LinkKeys.Changeable)
    { NeedsOne = true, ChangesLinks = true };

    internal static readonly ActionKind Cut = new(
        "cut", "Cuts a link: nothing passes in either direction.", ActionTarget.Link, arguments => Each(arguments, link => new CutFault(link)));

    internal static readonly ActionKind Flap = new(
        "flap", "A link goes down and comes up again, over and over: down at once, then by turns.", ActionTarget.Link, CreateFlap, Down, Up);

    private static Func<FaultTargets, IEnumerable<Fault>> CreateFlap(ActionArguments arguments)
    {
        TimeSpan down = arguments.Values.Get(Down).ToTimeSpan(), up = arguments.Values.Get(Up).ToTimeSpan();
        return Each(arguments, link => new FlapFault(link, down, up));
    }

    private static Func<FaultTargets, IEnumerable<Fault>> CreateSet(ActionArguments arguments)
    {
        LinkChanges changes = arguments.Changes!;
        return Each(arguments, link => new DegradeFault(link, options => options.ForwardWith(changes), options => options.BackwardWith(changes)) { Changes = arguments.ChangesText });
    }

    private static Func<FaultTargets, IEnumerable<Fault>> Each(ActionArguments arguments, Func<Link, Fault> create) =>
        targets => arguments.Targets.Names.Select(name => create(targets.Link(name)));
}
