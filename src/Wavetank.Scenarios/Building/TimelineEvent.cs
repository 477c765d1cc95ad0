using Wavetank.Engine;

namespace Wavetank.Scenarios.Building;

/// <summary>
/// The begin or the end of an entry of the timeline. It is in the background: conditions that change after the last program has
/// ended change nothing, so a run does not wait for them.
/// </summary>
internal sealed class TimelineEvent : SimulationEvent
{
    private readonly Action _action;

    internal TimelineEvent(Action action)
    {
        _action = action;
        IsBackground = true;
    }

    protected override void Fire() => _action();
}
