using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Conditions;
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
        "set", "Changes the conditions of a link, in both directions.", ActionTarget.Link, CreateSet, LinkKeys.Changeable)
    { NeedsOne = true };

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
        if (arguments.Values.Has(LinkKeys.Jitter) && arguments.Details.Any(detail => detail.Condition == LinkKeys.Delay.Name))
            throw new ConditionException(LinkKeys.Jitter, "is for a plain delay; here the delay has a distribution of its own, so leave it out");

        LinkChanges changes = ChangesOf(arguments);
        string words = string.Join(", ", [
            .. arguments.Values.Given.Where(pair => LinkKeys.Changeable.Any(key => key.Name == pair.Key)).Select(pair => $"{pair.Key}: {pair.Value}"),
            .. arguments.Details.Select(detail => $"{detail.Condition}: {detail.Kind?.Name ?? "none"}"),
        ]);
        return Each(arguments, link => new DegradeFault(link, options => options.With(changes)) { Changes = words });
    }

    private static Func<FaultTargets, IEnumerable<Fault>> Each(ActionArguments arguments, Func<Link, Fault> create) =>
        targets => arguments.Targets.Names.Select(name => create(targets.Link(name)));

    private static LinkChanges ChangesOf(ActionArguments arguments)
    {
        OptionValues values = arguments.Values;
        return new LinkChanges(
            values.GivenOrNull(LinkKeys.Rate),
            values.GivenOrNull(LinkKeys.Delay),
            values.GivenOrNull(LinkKeys.Jitter),
            values.GivenOrNull(LinkKeys.Loss),
            values.GivenOrNull(LinkKeys.Duplicate),
            values.GivenOrNull(LinkKeys.Reorder),
            values.GivenOrNull(LinkKeys.Corrupt))
        {
            KeepOrder = values.GivenOrNull(LinkKeys.KeepOrder),
            Limit = values.GivenOrNull(LinkKeys.Limit),
            Details = arguments.Details,
        };
    }
}
