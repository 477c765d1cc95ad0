using Wavetank.Links;

namespace Wavetank.Devices.Faults;

/// <summary>A link's conditions change, over those that it has of itself.</summary>
/// <param name="link">The link.</param>
/// <param name="forward">Makes the conditions from the first end to the second of those that hold without the fault; called whenever those change.</param>
/// <param name="backward">The same from the second end to the first.</param>
public sealed class DegradeFault(Link link, Func<LinkOptions, LinkOptions> forward, Func<LinkOptions, LinkOptions> backward) : Fault
{
    private readonly Link _link = link ?? throw new ArgumentNullException(nameof(link));
    private readonly Func<LinkOptions, LinkOptions> _forward = forward ?? throw new ArgumentNullException(nameof(forward));
    private readonly Func<LinkOptions, LinkOptions> _backward = backward ?? throw new ArgumentNullException(nameof(backward));

    /// <summary>The same change in both directions.</summary>
    /// <param name="link">The link.</param>
    /// <param name="change">Makes the conditions of a direction of those that hold without the fault; called whenever those change.</param>
    public DegradeFault(Link link, Func<LinkOptions, LinkOptions> change)
        : this(link, change, change)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "set";

    /// <inheritdoc/>
    public override string Target => _link.Name;

    /// <summary>What changes, in words for people.</summary>
    public string? Changes { get; init; }

    /// <inheritdoc/>
    public override string? Details => Changes;

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => network.Faults.OverlayOf(_link).Change(this, _forward, _backward);

    /// <inheritdoc/>
    protected internal override void End(Network network) => network.Faults.OverlayOf(_link).Unchange(this);
}
