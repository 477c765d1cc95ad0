using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp;

/// <summary>
/// All that TCP sees of the world: a clock, timers, chance, and the internet layer. TCP itself owns no clock and does no I/O, so
/// its tests need neither network nor engine.
/// </summary>
internal abstract class TcpHost
{
    /// <summary>Nanoseconds of simulated time.</summary>
    public abstract long Now { get; }

    public abstract PacketPool Pool { get; }

    public abstract PortTable Ports { get; }

    /// <summary>Sends a segment whose addresses are set, and takes its ownership.</summary>
    public abstract void Send(Packet packet);

    /// <summary>The address to send from, and the MTU on the way. False if there is no way.</summary>
    public abstract bool TrySelectSource(Address destination, out Address source, out int mtu);

    /// <summary>Lets a timer fire at a time, or moves it there.</summary>
    public abstract void SetTimer(TcpTimer timer, long at);

    public abstract void CancelTimer(TcpTimer timer);

    public abstract ulong NextRandom();

    /// <summary>Takes in the bytes that an application sends, for the trace digest.</summary>
    public abstract void AddToDigest(ReadOnlySpan<byte> bytes);

    /// <summary>A segment was taken by its connection. The packet stays with the caller.</summary>
    public abstract void Delivered(Packet packet);

    /// <summary>A connection is gone; its figures can still be read.</summary>
    public virtual void Ended(TcpConnection connection)
    {
    }

    /// <summary>Ends a segment's way.</summary>
    public abstract void Drop(Packet packet, DropReason reason);
}
