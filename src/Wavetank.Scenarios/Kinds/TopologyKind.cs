using Wavetank.Devices.Topologies;
using Wavetank.Engine;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Topologies;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A kind of topology: devices and links that a scenario need not write one by one.</summary>
public sealed class TopologyKind : Kind
{
    private readonly Func<TopologyArguments, TopologyPlan> _create;

    /// <summary>A row for <see cref="ScenarioTables.Topologies"/>.</summary>
    /// <param name="name">The name as a scenario writes it.</param>
    /// <param name="summary">One sentence that says what it is.</param>
    /// <param name="create">Makes the plan of what a scenario sets, and of dice that follow from its seed. What is wrong is told by an <see cref="ArgumentException"/>.</param>
    /// <param name="options">What may be set, beside the kind; see <see cref="NewOption"/>.</param>
    public TopologyKind(string name, string summary, Func<OptionValues, RandomStream, TopologyPlan> create, params Option[] options)
        : this(name, summary, arguments => create(arguments.Values, arguments.Random()), options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
    }

    internal TopologyKind(string name, string summary, Func<TopologyArguments, TopologyPlan> create, params Option[] options)
        : base(name, summary)
    {
        _create = create;
        Options = options;
    }

    /// <summary>What may be set, beside what every topology has (<c>kind</c>, <c>prefix</c>) and the conditions of its links.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>
    /// The groups of its links that a scenario may give conditions: of <c>access-links</c> under the key <c>access</c>, of <c>bottleneck</c> under
    /// that name. Default: access links and core links.
    /// </summary>
    public IReadOnlyList<string> LinkGroups { get; init; } = [PlannedLink.AccessLinks, PlannedLink.CoreLinks];

    /// <summary>The options, and the conditions of the links.</summary>
    internal IReadOnlyList<Key> Keys => [.. Options, .. LinkGroups.Select(TopologyKeys.ConditionsOf)];

    /// <exception cref="ArgumentException">The options make no topology.</exception>
    /// <exception cref="ImportException">A file cannot be read as one.</exception>
    internal TopologyPlan Create(TopologyArguments arguments) => _create(arguments);
}
