using Wavetank.Packets;

namespace Wavetank.Recording;

/// <summary>The names that drop reasons have in results, logs and captures.</summary>
public static class DropReasonNames
{
    /// <summary>The name, such as <c>queue-full</c>.</summary>
    public static string Of(DropReason reason) => reason switch
    {
        DropReason.None => "none",
        DropReason.QueueFull => "queue-full",
        DropReason.LinkLoss => "link-loss",
        DropReason.LinkDown => "link-down",
        DropReason.HostDown => "host-down",
        DropReason.Partitioned => "partitioned",
        DropReason.TooBig => "too-big",
        DropReason.TimeToLiveExceeded => "time-to-live-exceeded",
        DropReason.NoRoute => "no-route",
        DropReason.NotForUs => "not-for-us",
        DropReason.ProtocolUnreachable => "protocol-unreachable",
        DropReason.PortUnreachable => "port-unreachable",
        DropReason.ReceiveBufferFull => "receive-buffer-full",
        DropReason.NoSocket => "no-socket",
        DropReason.ListenQueueFull => "listen-queue-full",
        DropReason.TcpUnacceptable => "tcp-unacceptable",
        DropReason.BadChecksum => "bad-checksum",
        DropReason.Malformed => "malformed",
        DropReason.ReassemblyFailed => "reassembly-failed",
        DropReason.BadSourceAddress => "bad-source-address",
        DropReason.NeighborUnreachable => "neighbor-unreachable",
        DropReason.FilteredByInterface => "filtered-by-interface",
        DropReason.FilteredByNat => "filtered-by-nat",
        DropReason.FilteredByFirewall => "filtered-by-firewall",
        DropReason.FlowTableFull => "flow-table-full",
        DropReason.QueueEarly => "queue-early",
        DropReason.Policed => "policed",
        DropReason.LinkRule => "link-rule",
        _ => "unknown",
    };

    /// <summary>The same for people: <c>queue full</c>.</summary>
    public static string WordsOf(DropReason reason) => Of(reason).Replace('-', ' ');
}
