using Wavetank.Links;

namespace Wavetank.Devices.Faults;

/// <summary>A link's conditions change in both directions, over those that it has of itself.</summary>
/// <param name="link">The link.</param>
/// <param name="change">Makes the conditions of a direction from those that hold without the fault; called whenever those change.</param>
public sealed class DegradeFault(Link link, Func<LinkOptions, LinkOptions> change) : Fault
{
    private readonly Link _link = link ?? throw new ArgumentNullException(nameof(link));
    private readonly Func<LinkOptions, LinkOptions> _change = change ?? throw new ArgumentNullException(nameof(change));

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
    protected internal override void Begin(Network network) => network.Faults.OverlayOf(_link).Change(this, _change);

    /// <inheritdoc/>
    protected internal override void End(Network network) => network.Faults.OverlayOf(_link).Unchange(this);
}
