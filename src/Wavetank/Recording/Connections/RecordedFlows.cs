using Wavetank.Packets;

namespace Wavetank.Recording.Connections;

/// <summary>Finds the connection that a segment belongs to, by the addresses that it leaves its host with.</summary>
internal sealed class RecordedFlows
{
    /// <summary>Of how many connections the segments are kept.</summary>
    public const int MostWithSegments = 200;

    /// <summary>How many connections are followed.</summary>
    public const int MostConnections = 20_000;

    private readonly Dictionary<(TransportAddress From, TransportAddress To), RecordedFlow> _flows = [];

    // By the addresses that the answer will have, which a translator on the way may have made other ones.
    private readonly Dictionary<(TransportAddress From, TransportAddress To), RecordedFlow> _unanswered = [];
    private readonly List<RecordedConnection> _connections = [];

    public IReadOnlyList<RecordedConnection> Connections => _connections;

    /// <summary>The flow of a segment that leaves its host; null where it belongs to none that is followed.</summary>
    public RecordedFlow? Of(Packet packet)
    {
        ref readonly TcpHeader tcp = ref packet.Tcp;
        var from = new TransportAddress(packet.Source, tcp.SourcePort);
        var to = new TransportAddress(packet.Destination, tcp.DestinationPort);
        bool opens = (tcp.Flags & (TcpFlags.Syn | TcpFlags.Ack)) == TcpFlags.Syn;

        // A host that refuses a segment answers before it has dropped it, so the answer may not be expected yet.
        if (_unanswered.Remove((from, to), out RecordedFlow? opener)
            || (!opens && _flows.TryGetValue((to, from), out opener) && opener is { IsOpener: true, Peer: null }))
        {
            return _flows[(from, to)] = Answer(opener, tcp.SequenceNumber);
        }

        // Another initial sequence number: the same ports again, for a new connection.
        if (_flows.TryGetValue((from, to), out RecordedFlow? flow) && !(opens && flow.InitialSequence != tcp.SequenceNumber))
        {
            return flow;
        }

        if (!opens || _connections.Count == MostConnections)
        {
            return null;
        }

        var connection = new RecordedConnection(from, to, _connections.Count < MostWithSegments) { OpenersInitialSequence = tcp.SequenceNumber };
        _connections.Add(connection);
        return _flows[(from, to)] = new RecordedFlow(connection, isOpener: true, tcp.SequenceNumber);
    }

    /// <summary>A segment came to the other end, which may answer.</summary>
    public void ExpectAnswer(RecordedFlow flow, Packet packet)
    {
        if (flow is { IsOpener: true, Peer: null })
        {
            ref readonly TcpHeader tcp = ref packet.Tcp;
            _unanswered[(new TransportAddress(packet.Destination, tcp.DestinationPort), new TransportAddress(packet.Source, tcp.SourcePort))] = flow;
        }
    }

    private static RecordedFlow Answer(RecordedFlow opener, uint sequence)
    {
        opener.Connection.PeersInitialSequence = sequence;
        opener.Peer = new RecordedFlow(opener.Connection, isOpener: false, sequence) { Peer = opener };
        return opener.Peer;
    }
}
