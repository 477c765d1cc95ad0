using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Links.Loss;
using Wavetank.Packets;

/// <summary>A link that loses in silence whatever is larger than a size, from its first end to its second: a tunnel that is set up wrong.</summary>
internal sealed class BlackHoleFault(Link link, long bytes) : Fault
{
    private LinkOptions? _before;

    public override string Kind => "black-hole";

    public override string Target => link.Name;

    public override string Details => $"above: {bytes}B";

    protected override void Begin(Network network)
    {
        _before = link.Forward;
        link.Change(_before with { LossModel = LossOptions.Custom(Kind, _ => new LargeLoss(bytes)) }, link.Backward);
    }

    protected override void End(Network network) => link.Change(_before!, link.Backward);

    private sealed class LargeLoss(long bytes) : LossModel
    {
        public override bool IsLost(Packet packet) => packet.Length > bytes;
    }
}
