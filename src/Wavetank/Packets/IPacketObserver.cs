namespace Wavetank.Packets;

/// <summary>Sees every packet event of a run: a capture, a log, a live view.</summary>
public interface IPacketObserver
{
    /// <summary>Called during the event. Must not keep the packet, and must not change the simulation.</summary>
    void OnPacket(in PacketEvent packetEvent);

    /// <summary>Called when something happens to the network and not to a packet, such as a fault. Does nothing where it is not made otherwise.</summary>
    void OnNote(NetworkNote note)
    {
    }
}
