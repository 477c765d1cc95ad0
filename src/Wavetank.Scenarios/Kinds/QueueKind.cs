using Wavetank.Links;

namespace Wavetank.Scenarios.Kinds;

/// <summary>A kind of queue: what waits where packets come faster than a link can send them.</summary>
public sealed class QueueKind : Kind
{
    private readonly Func<OptionValues, QueueOptions> _create;

    internal QueueKind(string name, string summary, Func<OptionValues, QueueOptions> create, params Option[] options)
        : base(name, summary)
    {
        _create = create;
        Options = options;
    }

    /// <summary>What may be set, beside the kind.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>The queue as a link takes it.</summary>
    internal QueueOptions Create(OptionValues values) => _create(values);
}
