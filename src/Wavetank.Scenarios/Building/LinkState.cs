using Wavetank.Links;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Building;

/// <summary>
/// A link under the timeline: its own conditions and, over them, the entries that hold just now. Entries may overlap in any way;
/// when one ends, what it changed goes back to what the others, and the link itself, say.
/// </summary>
internal sealed class LinkState(Link link)
{
    private readonly LinkOptions _forward = link.Forward;
    private readonly LinkOptions _backward = link.Backward;
    private readonly List<TimelineEntry> _active = [];

    internal Link Link => link;

    internal void Begin(TimelineEntry entry)
    {
        _active.Add(entry);
        Apply();
    }

    internal void End(TimelineEntry entry)
    {
        // Equal entries are the same to the link, so it does not matter which of two goes.
        _active.Remove(entry);
        Apply();
    }

    private void Apply()
    {
        LinkOptions forward = _forward;
        LinkOptions backward = _backward;
        foreach (SetEntry entry in _active.OfType<SetEntry>())
        {
            forward = forward.With(entry.Changes);
            backward = backward.With(entry.Changes);
        }

        link.Change(forward, backward);
        bool isUp = !_active.OfType<CutEntry>().Any();
        if (isUp && !link.IsUp)
            link.Restore();
        else if (!isUp && link.IsUp)
            link.Cut();
    }
}
