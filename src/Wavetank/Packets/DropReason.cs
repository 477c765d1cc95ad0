namespace Wavetank.Packets;

/// <summary>Why a packet was dropped. Every drop has one.</summary>
public enum DropReason : byte
{
    /// <summary>It was not dropped.</summary>
    None,

    /// <summary>The queue before a link was full.</summary>
    QueueFull,

    /// <summary>The link lost it, as its loss model said.</summary>
    LinkLoss,

    /// <summary>The link was down.</summary>
    LinkDown,

    /// <summary>Larger than the link's MTU and not to be fragmented.</summary>
    TooBig,

    /// <summary>Its time to live, or hop limit, ran out.</summary>
    TimeToLiveExceeded,

    /// <summary>No route to its destination.</summary>
    NoRoute,

    /// <summary>It arrived at a host that is neither its destination nor a router.</summary>
    NotForUs,

    /// <summary>The host has no such protocol.</summary>
    ProtocolUnreachable,

    /// <summary>Nobody listens at its destination port.</summary>
    PortUnreachable,

    /// <summary>The socket's receive buffer was full.</summary>
    ReceiveBufferFull,

    /// <summary>A connected or closed socket does not take packets from its source.</summary>
    NoSocket,

    /// <summary>The listener's backlog was full.</summary>
    ListenQueueFull,

    /// <summary>TCP could not accept it: outside of the window, an old duplicate, or wrong for the state.</summary>
    TcpUnacceptable,

    /// <summary>Its checksum was wrong.</summary>
    BadChecksum,

    /// <summary>Its bytes do not make a packet.</summary>
    Malformed,

    /// <summary>A fragment: others of its datagram did not arrive in time or contradicted it, or it was there already, or memory ran out.</summary>
    ReassemblyFailed,

    /// <summary>It comes from an address that nobody may send from: a group, a loopback on a link, or the receiver's own.</summary>
    BadSourceAddress,

    /// <summary>On a shared segment nobody answered for the address that it was to go to next.</summary>
    NeighborUnreachable,

    /// <summary>On a shared segment: a frame for another station, or for a group that the host is not in.</summary>
    FilteredByInterface,

    /// <summary>The host had crashed: it has no power.</summary>
    HostDown,

    /// <summary>A partition keeps its source and its destination from each other.</summary>
    Partitioned,

    /// <summary>The queue before a link dropped it although it was not full, to make its sender slow down (active queue management).</summary>
    QueueEarly,

    /// <summary>It exceeded the rate and burst that a token bucket before a link lets pass.</summary>
    Policed,

    /// <summary>A rule of the link dropped it.</summary>
    LinkRule,

    /// <summary>An address translator knows nobody inside for it, or does not take it from its source.</summary>
    FilteredByNat,

    /// <summary>A firewall's rules do not let it pass.</summary>
    FilteredByFirewall,

    /// <summary>An address translator or a firewall follows as many flows as it can, and this would be one more.</summary>
    FlowTableFull,
}
