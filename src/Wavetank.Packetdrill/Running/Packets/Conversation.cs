using Wavetank.Packets;

namespace Wavetank.Packetdrill.Running.Packets;

/// <summary>
/// What joins the numbers of a script to those on the wire, for one pair of ends: a script counts from the initial sequence numbers, and
/// its timestamps stand for those that the host sent.
/// </summary>
internal sealed class Conversation(TransportAddress local, TransportAddress remote)
{
    private readonly Dictionary<uint, uint> _timestamps = [];
    private (uint Script, uint Live)? _firstTimestamp;

    public TransportAddress Local { get; } = local;

    public TransportAddress Remote { get; } = remote;

    /// <summary>The host's initial sequence number; 0 before it has sent a SYN.</summary>
    public uint LocalInitial { get; private set; }

    /// <summary>The script's initial sequence number; 0 before it has sent a SYN.</summary>
    public uint RemoteInitial { get; private set; }

    /// <summary>The largest payload of a segment that the host may send, by the script's SYN.</summary>
    public int SegmentSize { get; private set; } = 536;

    /// <summary>The sequence number of the script's last SYN, which becomes the initial one once the host answers it.</summary>
    private uint? _offered;

    /// <summary>The script sends a SYN. Its number stands as the script writes it.</summary>
    public void OnInboundSyn(in TcpHeader syn)
    {
        if (_offered is null)
            RemoteInitial = syn.SequenceNumber;
        _offered = syn.SequenceNumber;
        if (syn.Options.MaximumSegmentSize != 0)
            SegmentSize = syn.Options.MaximumSegmentSize;
    }

    /// <summary>The host sends a SYN.</summary>
    public void OnOutboundSyn(in TcpHeader syn)
    {
        LocalInitial = syn.SequenceNumber;
        if (syn.Has(TcpFlags.Ack) && _offered is { } offered)
            RemoteInitial = offered;
    }

    /// <summary>A timestamp that the host sent is known to the script by a number of its own.</summary>
    public void LearnTimestamp(uint script, uint live)
    {
        _timestamps[script] = live;
        _firstTimestamp ??= (script, live);
    }

    /// <summary>The timestamp that the host sent and the script echoes.</summary>
    public uint ToLiveTimestamp(uint script) =>
        _timestamps.TryGetValue(script, out uint live) ? live
        : _firstTimestamp is { } first && script != 0 ? first.Live + (script - first.Script)
        : script;

    /// <summary>The script's number for a timestamp of the host, counted from the first that both know.</summary>
    public uint ToScriptTimestamp(uint live) => _firstTimestamp is { } first ? first.Script + (live - first.Live) : live;
}
