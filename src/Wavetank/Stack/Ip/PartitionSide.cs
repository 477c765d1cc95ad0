using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Ip;

/// <summary>One host's part in one partition: from whom it is cut off, and which way.</summary>
/// <param name="others">The addresses of those beyond.</param>
/// <param name="stopsIncoming">Whether what comes from them is kept back.</param>
/// <param name="stopsOutgoing">Whether what goes to them is kept back.</param>
/// <param name="holds">Whether what is kept back is held until the end; otherwise it is dropped.</param>
internal sealed class PartitionSide(AddressSet others, bool stopsIncoming, bool stopsOutgoing, bool holds)
{
    public AddressSet Others { get; } = others;

    public bool StopsIncoming { get; } = stopsIncoming;

    public bool StopsOutgoing { get; } = stopsOutgoing;

    /// <summary>Packets that arrived, in their order; null where they are dropped.</summary>
    public RingQueue<(Packet Packet, HostInterface ArrivedAt)>? Held { get; } = holds ? new() : null;
}
