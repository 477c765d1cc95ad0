using Wavetank.Scenarios.Kinds;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;
using Wavetank.Scenarios.Words;

namespace Wavetank.Scenarios.Checking;

/// <summary>Finds what would never happen, because the scenario's duration is over before.</summary>
/// <remarks>
/// A duration that an override sets cuts a run short on purpose, so what comes later is then no mistake.
/// </remarks>
internal sealed class ScenarioEnd(MappingElement root, OptionValues values, Problems problems)
{
    private readonly Duration? _end =
        root.Find(ScenarioKeys.Duration.Name) is { Value.Place.Override: null } ? values.GivenOrNull(ScenarioKeys.Duration) : null;

    /// <param name="mapping">What happens.</param>
    /// <param name="path">Its path.</param>
    /// <param name="option">Its key that says when.</param>
    /// <param name="given">Its values.</param>
    internal void Check(MappingElement mapping, string path, Option<Duration> option, OptionValues given)
    {
        if (_end is not { } end || given.GivenOrNull(option) is not { } at || at < end)
            return;

        Element value = mapping.Find(option.Name)!.Value;
        problems.Add(value.Place, ElementPath.Key(path, option.Name),
            $"{value.Description} is not before the end of the run, {Quoted.Text(((ScalarElement)root.Find(ScenarioKeys.Duration.Name)!.Value).Text)}, so it would never happen; write an earlier time or a longer duration");
    }
}
