using Wavetank.Links;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A kind of queue: what waits where packets come faster than a link can send them.</summary>
public sealed class QueueKind : Kind
{
    private readonly Func<OptionValues, QueueOptions> _create;

    /// <summary>A row for <see cref="ScenarioTables.Queues"/>.</summary>
    /// <param name="name">The name as a scenario writes it.</param>
    /// <param name="summary">One sentence that says what it is.</param>
    /// <param name="create">Makes the queue's options of what a scenario sets, such as by <see cref="QueueOptions.Custom"/>.</param>
    /// <param name="options">What may be set, beside the kind; see <see cref="NewOption"/>.</param>
    public QueueKind(string name, string summary, Func<OptionValues, QueueOptions> create, params Option[] options)
        : base(name, summary)
    {
        _create = create;
        Options = options;
    }

    /// <summary>What may be set, beside the kind.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>Says what is wrong with values that are right each for itself, and which option has it; null where nothing is.</summary>
    internal Func<OptionValues, (Option Option, string Problem)?> Check { get; init; } = static _ => null;

    /// <summary>What is wrong with values, in one sentence; null where nothing is.</summary>
    internal (Option? Option, string Message)? Problem(OptionValues values)
    {
        if (Check(values) is { } problem)
            return (problem.Option, problem.Problem);

        try
        {
            Create(values).Validate();
            return null;
        }
        catch (ArgumentException exception)
        {
            // The runtime adds the parameter's name, which is no word of a scenario.
            return (null, exception.Message.Split(" (Parameter", 2)[0]);
        }
    }

    /// <summary>The queue as a link takes it.</summary>
    internal QueueOptions Create(OptionValues values) => _create(values);
}
