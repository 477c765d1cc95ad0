using Wavetank.Links;

namespace Wavetank.Devices.Faults;

/// <summary>
/// A link's own conditions and, over them, the faults that hold just now. They overlap in any way: when one ends, what it changed goes
/// back to what the others, and the link itself, say.
/// </summary>
internal sealed class LinkOverlay(Link link)
{
    private readonly List<(Fault Fault, Func<LinkOptions, LinkOptions> Forward, Func<LinkOptions, LinkOptions> Backward)> _changes = [];
    private LinkOptions? _forward;
    private LinkOptions? _backward;
    private int _cuts;

    public void Change(Fault fault, Func<LinkOptions, LinkOptions> forward, Func<LinkOptions, LinkOptions> backward)
    {
        if (_changes.Count == 0)
        {
            // What the link has of itself is looked at only now, since it may be changed by hand while no fault is there.
            (_forward, _backward) = (link.Forward, link.Backward);
        }

        _changes.Add((fault, forward, backward));
        Apply();
    }

    public void Unchange(Fault fault)
    {
        _changes.RemoveAll(entry => entry.Fault == fault);
        Apply();
    }

    public void Cut()
    {
        if (_cuts++ == 0)
        {
            link.Cut();
        }
    }

    public void Restore()
    {
        if (--_cuts == 0)
        {
            link.Restore();
        }
    }

    private void Apply() => link.Change(
        _changes.Aggregate(_forward!, (options, entry) => entry.Forward(options)),
        _changes.Aggregate(_backward!, (options, entry) => entry.Backward(options)));
}
