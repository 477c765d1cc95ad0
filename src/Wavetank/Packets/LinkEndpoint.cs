namespace Wavetank.Packets;

/// <summary>
/// The seam between an interface and whatever it is plugged into: a link, a loopback, a gateway to the real world. Stack and links
/// know this type and not each other.
/// </summary>
public abstract class LinkEndpoint
{
    private IPacketReceiver? _receiver;

    /// <summary>The largest packet that passes, in bytes from the IP header on.</summary>
    public abstract int Mtu { get; }

    /// <summary>Joins the interface that is to be given what arrives.</summary>
    /// <exception cref="InvalidOperationException">An interface is joined already.</exception>
    public void Attach(IPacketReceiver receiver)
    {
        if (_receiver is not null)
        {
            throw new InvalidOperationException("An interface is plugged into this link endpoint already.");
        }

        _receiver = receiver;
    }

    /// <summary>Takes a packet from the interface, and its ownership.</summary>
    public abstract void Send(Packet packet);

    /// <summary>Gives a packet, and its ownership, to the interface.</summary>
    protected void Deliver(Packet packet) => _receiver!.Receive(packet);
}
