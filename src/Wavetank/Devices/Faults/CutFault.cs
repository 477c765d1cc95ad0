using Wavetank.Links;

namespace Wavetank.Devices.Faults;

/// <summary>A link is cut: what waits, is under way or is sent is lost, in both directions.</summary>
/// <param name="link">The link.</param>
public sealed class CutFault(Link link) : Fault
{
    private readonly Link _link = link ?? throw new ArgumentNullException(nameof(link));

    /// <inheritdoc/>
    public override string Kind => "cut";

    /// <inheritdoc/>
    public override string Target => _link.Name;

    /// <inheritdoc/>
    protected internal override bool EndMatters => false;

    /// <inheritdoc/>
    protected internal override void Begin(Network network) => network.Faults.OverlayOf(_link).Cut();

    /// <inheritdoc/>
    protected internal override void End(Network network) => network.Faults.OverlayOf(_link).Restore();
}
