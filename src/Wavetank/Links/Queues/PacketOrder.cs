namespace Wavetank.Links.Queues;

/// <summary>Which order of its packets a queue promises; a run that checks its invariants holds it to that.</summary>
public enum PacketOrder
{
    /// <summary>None: it only gives back packets that it was given, each once.</summary>
    Any,

    /// <summary>Packets of one flow (addresses, protocol, ports) and one DSCP leave in the order in which they came.</summary>
    Flow,

    /// <summary>All packets leave in the order in which they came.</summary>
    Arrival,
}
