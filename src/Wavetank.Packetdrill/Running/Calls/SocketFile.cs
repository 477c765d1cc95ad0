using Wavetank.Sockets.Transports;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>A socket.</summary>
internal sealed class SocketFile(Transport transport) : ScriptFile
{
    private TcpConnection? _connection;

    public Transport Transport { get; } = transport;

    public bool IsConnecting { get; set; }

    public bool IsConnected { get; set; }

    /// <summary>TCP_INQ: each recvmsg says how many bytes are left.</summary>
    public bool ReportsQueued { get; set; }

    /// <summary>What became of sends with MSG_ZEROCOPY.</summary>
    public ZeroCopyQueue ZeroCopy { get; } = new();

    /// <summary>Sends that found the buffer full.</summary>
    public int FullWrites { get; set; }

    /// <summary>The TCP connection, which stays known when it has gone; null where there was none.</summary>
    public TcpConnection? Connection
    {
        get
        {
            if (Transport.Local is { } local && Transport.Remote is { } remote)
                _connection = Transport.Stack.Tcp.Connections.FirstOrDefault(c => c.Local == local && c.Remote == remote) ?? _connection;
            return _connection;
        }
    }
}
