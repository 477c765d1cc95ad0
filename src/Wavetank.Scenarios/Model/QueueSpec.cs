using Wavetank.Links;
using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>A queue before a link.</summary>
/// <param name="Kind">What it does when packets wait.</param>
/// <param name="Options">What the scenario sets for this kind.</param>
public sealed record QueueSpec(QueueKind Kind, OptionValues Options)
{
    /// <summary>The queue as a link takes it. It is made once: a link that is set to a queue that it has already keeps it as it is.</summary>
    internal QueueOptions Made => field ??= Kind.Create(Options);

    /// <summary>How much the queue holds; null for a kind that is not limited in packets or bytes alike.</summary>
    public QueueLimit? Limit =>
        Kind.Options.FirstOrDefault(option => option.Name == "limit") is Option<QueueLimit> limit ? Options.Get(limit) : null;
}
