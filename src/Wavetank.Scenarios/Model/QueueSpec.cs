using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Model;

/// <summary>A queue before a link.</summary>
/// <param name="Kind">What it does when packets wait.</param>
/// <param name="Options">What the scenario sets for this kind.</param>
public sealed record QueueSpec(QueueKind Kind, OptionValues Options)
{
    /// <summary>How much the queue holds; 100 packets by default.</summary>
    public QueueLimit Limit => Options.Get(QueueKinds.Limit);
}
