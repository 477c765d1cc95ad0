using Wavetank.Packets;

namespace Wavetank.Recording.Connections;

/// <summary>A TCP connection as its packets show it.</summary>
public sealed class RecordedConnection
{
    private readonly SegmentLog? _log;

    internal RecordedConnection(TransportAddress opener, TransportAddress openersPeer, bool keepsSegments)
    {
        Opener = opener;
        OpenersPeer = openersPeer;
        _log = keepsSegments ? new SegmentLog() : null;
    }

    /// <summary>The end that opened it, at its own host.</summary>
    public TransportAddress Opener { get; }

    /// <summary>The other end as the opener sees it; behind an address translator it is another than its own.</summary>
    public TransportAddress OpenersPeer { get; }

    /// <summary>The initial sequence number of the end that opened it (RFC 9293 §3.4).</summary>
    public uint OpenersInitialSequence { get; internal set; }

    /// <summary>That of the other end; null where it never sent.</summary>
    public uint? PeersInitialSequence { get; internal set; }

    /// <summary>Segments in both directions.</summary>
    public long Total { get; internal set; }

    /// <summary>Whether the connection's segments are kept: those of the first connections are.</summary>
    public bool KeepsSegments => _log is not null;

    /// <summary>
    /// The segments in the order in which they were sent. Of more than 750 the first 500 and the last 250, and between them the first 1,000
    /// of those that were dropped or sent again; their numbers tell where some are left out.
    /// </summary>
    public IEnumerable<RecordedSegment> Segments => _log?.Segments ?? [];

    /// <returns>A segment to be used again; null for none.</returns>
    internal LoggedSegment? Log(LoggedSegment segment) => _log?.Add(segment);

    /// <returns>Whether the segment can be used again.</returns>
    internal bool Ended(LoggedSegment segment) => _log?.Ended(segment) ?? true;
}
