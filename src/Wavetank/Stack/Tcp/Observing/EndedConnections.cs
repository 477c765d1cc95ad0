using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Observing;

/// <summary>
/// The figures of a network's connections that are gone, in the order in which they went. Bounded, so that a run of many short
/// connections does not fill the memory: of more than <see cref="Capacity"/> the oldest are forgotten.
/// </summary>
internal sealed class EndedConnections
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 10_000;

    private readonly Queue<EndedConnection> _latest = new();

    /// <summary>How many are no longer kept.</summary>
    public long Forgotten { get; private set; }

    public IEnumerable<EndedConnection> Latest => _latest;

    public void Add(string host, TcpConnection connection)
    {
        if (_latest.Count == Capacity)
        {
            _latest.Dequeue();
            Forgotten++;
        }

        _latest.Enqueue(new EndedConnection(host, connection.Local, connection.Remote, connection.GetInfo(), connection.Series));
    }
}
