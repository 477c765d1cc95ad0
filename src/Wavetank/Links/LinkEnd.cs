using Wavetank.Packets;

namespace Wavetank.Links;

/// <summary>One end of a link, into which an interface is plugged.</summary>
internal sealed class LinkEnd : LinkEndpoint
{
    /// <summary>The direction that leads away from here.</summary>
    public LinkDirection Outgoing { get; set; } = null!;

    public override int Mtu => Outgoing.Mtu;

    public override void Send(Packet packet) => Outgoing.Send(packet);

    public void TakeArrival(Packet packet) => Deliver(packet);
}
