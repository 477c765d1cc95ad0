namespace Wavetank.Packets;

/// <summary>What takes the packets that arrive at a <see cref="LinkEndpoint"/>: an interface.</summary>
public interface IPacketReceiver
{
    /// <summary>Takes a packet that arrived, and its ownership.</summary>
    void Receive(Packet packet);
}
