using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Loss;
using Wavetank.Links.Schedules;

namespace Wavetank.Scenarios.Kinds.Conditions;

/// <summary>One way in which a condition of a link is written as a mapping: a loss model, a delay model, a schedule, …</summary>
public sealed class ConditionKind : Kind
{
    private readonly Func<ConditionArguments, Func<LinkOptions, LinkOptions>> _create;

    internal ConditionKind(string name, string summary, Func<ConditionArguments, Func<LinkOptions, LinkOptions>> create, params IReadOnlyList<Option> options)
        : base(name, summary)
    {
        _create = create;
        Options = options;
    }

    /// <summary>What may be set, beside the kind.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>The list of mappings that it takes too; null for most.</summary>
    internal ItemList? Items { get; init; }

    /// <summary>A loss model from outside, for <c>ScenarioTables.LossModels.Add</c>.</summary>
    /// <param name="name">How a scenario names it.</param>
    /// <param name="summary">One sentence that says what it is.</param>
    /// <param name="create">Makes the definition from the options that a scenario gives. What is wrong is told by a <see cref="FormatException"/>.</param>
    /// <param name="options">The options by name and summary; their values are texts, and all may be absent.</param>
    public static ConditionKind OfLoss(
        string name, string summary, Func<IReadOnlyDictionary<string, string>, LossOptions> create, params IReadOnlyList<(string Name, string Summary)> options) =>
        FromOutside(name, summary, create, model => LossModels.Set(model), options);

    /// <summary>A delay model from outside, for <c>ScenarioTables.DelayModels.Add</c>.</summary>
    /// <inheritdoc cref="OfLoss" path="/param"/>
    public static ConditionKind OfDelay(
        string name, string summary, Func<IReadOnlyDictionary<string, string>, DelayOptions> create, params IReadOnlyList<(string Name, string Summary)> options) =>
        FromOutside(name, summary, create, model => DelayModels.Set(model), options);

    /// <summary>A schedule from outside, for <c>ScenarioTables.Schedules.Add</c>.</summary>
    /// <inheritdoc cref="OfLoss" path="/param"/>
    public static ConditionKind OfSchedule(
        string name, string summary, Func<IReadOnlyDictionary<string, string>, ScheduleOptions> create, params IReadOnlyList<(string Name, string Summary)> options) =>
        FromOutside(name, summary, create, schedule => Schedules.Set(schedule), options);

    /// <exception cref="ConditionException">A value is wrong.</exception>
    internal Func<LinkOptions, LinkOptions> Create(ConditionArguments arguments) => _create(arguments);

    private static ConditionKind FromOutside<T>(
        string name,
        string summary,
        Func<IReadOnlyDictionary<string, string>, T> create,
        Func<T, Func<LinkOptions, LinkOptions>> set,
        IReadOnlyList<(string Name, string Summary)> options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        return new ConditionKind(
            name,
            summary,
            arguments => set(Create(create, arguments.Values.Given.ToDictionary(StringComparer.Ordinal))),
            [.. options.Select(option => Option<string>.Optional(option.Name, ValueFormats.Text, option.Summary))]);
    }

    private static T Create<T>(Func<IReadOnlyDictionary<string, string>, T> create, Dictionary<string, string> values)
    {
        try
        {
            return create(values);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or OverflowException)
        {
            // What parsing by hand throws, beside what is told of as it is.
            throw new FormatException(exception.Message, exception);
        }
    }
}
