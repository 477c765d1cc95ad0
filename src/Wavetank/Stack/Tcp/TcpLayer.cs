using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Stack.Tcp.Observing;

namespace Wavetank.Stack.Tcp;

/// <summary>One host's TCP: its connections and listeners, and which of them a segment is for.</summary>
internal sealed partial class TcpLayer
{
    private readonly ConnectionTable _connections = new();
    private readonly List<TcpListenQueue> _listeners = [];
    private TcpConnection? _first;
    private TcpConnection? _last;

    public TcpLayer(NetworkStack stack)
        : this(new StackTcpHost(stack))
    {
        Invariants = stack.Observers.Invariants;
        Sampler = stack.Observers.Sampler;
    }

    internal TcpLayer(TcpHost host) => Host = host;

    public TcpHost Host { get; }

    public PortTable Ports => Host.Ports;

    /// <summary>The congestion control of connections whose settings name none.</summary>
    public string DefaultCongestionControl { get; set; } = Congestion.CongestionControlTable.Default;

    /// <summary>Sums over all connections, those that are gone included.</summary>
    public TcpLayerStatistics Statistics { get; } = new();

    /// <summary>Checks every segment and connection where a test, or a user, asks for it.</summary>
    public TcpInvariants? Invariants { get; set; }

    /// <summary>Samples connections where a user asks for it.</summary>
    public TcpSampler? Sampler { get; set; }

    /// <summary>The connections, TIME-WAIT included, in the order in which they were made.</summary>
    public IEnumerable<TcpConnection> Connections
    {
        get
        {
            for (TcpConnection? connection = _first; connection is not null; connection = connection.Next)
            {
                yield return connection;
            }
        }
    }

    /// <summary>The listeners, in the order in which they were made.</summary>
    public IReadOnlyList<TcpListenQueue> Listeners => _listeners;

    /// <summary>Listens at a bound port.</summary>
    public TcpListenQueue Listen(PortBinding binding, int backlog, TcpSettings defaults, ITcpListenUser? user)
    {
        binding.IsListening = true;
        var queue = new TcpListenQueue(this, binding, backlog, defaults) { User = user };
        _listeners.Add(queue);
        return queue;
    }

    internal void Add(TcpConnection connection)
    {
        _connections.Add(connection);
        connection.Previous = _last;
        if (_last is null)
        {
            _first = connection;
        }
        else
        {
            _last.Next = connection;
        }

        _last = connection;
    }

    internal void Remove(TcpConnection connection)
    {
        _connections.Remove(connection);
        if (connection.Previous is { } previous)
        {
            previous.Next = connection.Next;
        }
        else
        {
            _first = connection.Next;
        }

        if (connection.Next is { } next)
        {
            next.Previous = connection.Previous;
        }
        else
        {
            _last = connection.Previous;
        }

        connection.Previous = null;
        Host.Ended(connection);
    }

    internal void Remove(TcpListenQueue listener) => _listeners.Remove(listener);
}
