using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Kinds.Actions;

namespace Wavetank.Scenarios.Kinds;

/// <summary>Something that the timeline may do to the network.</summary>
public sealed class ActionKind : Kind
{
    private readonly Func<ActionArguments, Func<FaultTargets, IEnumerable<Fault>>> _create;

    internal ActionKind(
        string name, string summary, ActionTarget sort, Func<ActionArguments, Func<FaultTargets, IEnumerable<Fault>>> create, params IReadOnlyList<Key> keys)
        : base(name, summary)
    {
        _create = create;
        Sort = sort;
        Keys = keys;
        Target = sort switch
        {
            ActionTarget.Link => Option<string>.Required(name, ValueFormats.LinkName, $"{summary} The value is the link's name, or that of a group of links."),
            ActionTarget.Host => Option<string>.Required(name, ValueFormats.Name, $"{summary} The value is the host's name, or that of a group of hosts."),
            ActionTarget.Port => Option<Units.Destination>.Required(name, ValueFormats.Endpoint, $"{summary} The value is a host, or a group of hosts, and a port."),
            _ => new ListOption<string>(name, ValueFormats.Name, $"{summary} The value is a list of hosts, groups, and devices on which hosts hang."),
        };
    }

    internal ActionTarget Sort { get; }

    internal Option Target { get; }

    /// <summary>What may be set, beside when and for how long.</summary>
    public IReadOnlyList<Option> Options => [.. Keys.OfType<Option>()];

    /// <summary>The same, with what is a mapping or a list.</summary>
    internal IReadOnlyList<Key> Keys { get; }

    /// <summary>Whether at least one of the keys has to be there.</summary>
    internal bool NeedsOne { get; init; }

    /// <summary>Whether the keys are conditions of links.</summary>
    internal bool ChangesLinks { get; init; }

    /// <summary>How it is written: <c>cut: LINK</c>.</summary>
    public string Form => $"{Name}: {Sort switch
    {
        ActionTarget.Link => "LINK",
        ActionTarget.Host => "HOST",
        ActionTarget.Port => "HOST:PORT",
        _ => "[HOST, …]",
    }}";

    /// <summary>A fault of links from outside, for <c>ScenarioTables.Actions.Add</c>.</summary>
    /// <param name="name">The key by which a timeline names it; <see cref="Fault.Kind"/> of its faults.</param>
    /// <param name="summary">One sentence that says what it does.</param>
    /// <param name="create">Reads the options that a scenario gives, and gives back what makes the fault of a link. What is wrong is told by a <see cref="FormatException"/>.</param>
    /// <param name="options">What may be set, beside when and for how long; see <see cref="NewOption"/>.</param>
    public static ActionKind OfLinks(string name, string summary, Func<OptionValues, Func<Link, Fault>> create, params Option[] options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        return new ActionKind(name, summary, ActionTarget.Link, Create, options);

        Func<FaultTargets, IEnumerable<Fault>> Create(ActionArguments arguments)
        {
            Func<Link, Fault> make = create(arguments.Values);
            return targets => arguments.Targets.Names.Select(link => make(targets.Link(link)));
        }
    }

    /// <summary>A fault of hosts from outside, for <c>ScenarioTables.Actions.Add</c>.</summary>
    /// <inheritdoc cref="OfLinks" path="/param"/>
    public static ActionKind OfHosts(string name, string summary, Func<OptionValues, Func<Host, Fault>> create, params Option[] options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        return new ActionKind(name, summary, ActionTarget.Host, Create, options);

        Func<FaultTargets, IEnumerable<Fault>> Create(ActionArguments arguments)
        {
            Func<Host, Fault> make = create(arguments.Values);
            return targets => arguments.Targets.Names.Select(host => make(targets.Host(host)));
        }
    }

    /// <summary>What makes the faults of an entry.</summary>
    /// <exception cref="Conditions.ConditionException">A value is wrong.</exception>
    /// <exception cref="FormatException">The options make no fault.</exception>
    internal Func<FaultTargets, IEnumerable<Fault>> Create(ActionArguments arguments) => _create(arguments);
}
