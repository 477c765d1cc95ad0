using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp.Observing;

/// <summary>
/// Bytes read are a prefix of the bytes written, both ways, whatever the network does. The two ends of a connection are joined by their
/// addresses and initial sequence number; an end whose peer is not of this network is not looked at.
/// </summary>
internal sealed class StreamInvariants(InvariantMonitor monitor)
{
    private readonly Dictionary<(TransportAddress From, TransportAddress To, uint InitialSequence), WrittenBytes> _streams = [];

    /// <summary>A program gave bytes to a connection.</summary>
    public void OnWritten(TcpConnection connection, ReadOnlySpan<byte> data)
    {
        TcpCheckedState state = connection.Checked;
        if (state.Written is null)
        {
            state.Written = new WrittenBytes();
            _streams[(connection.Local, connection.Remote, connection.Iss)] = state.Written;
        }

        state.Written.Append(data);
    }

    /// <summary>A program took bytes from a connection.</summary>
    public void OnRead(TcpConnection connection, ReadOnlySpan<byte> data, bool peek)
    {
        if (Find(connection) is not { } stream)
        {
            return;
        }

        if (!stream.Matches(data))
        {
            monitor.Break(
                $"TCP {connection.Local} <- {connection.Remote}",
                $"bytes read are those that were written, but the {data.Length} from {stream.Position} on differ");
        }

        if (!peek)
        {
            stream.Remove(data.Length);
        }
    }

    /// <summary>A connection is gone; what it received can still be read.</summary>
    public void OnEnded(TcpConnection connection)
    {
        if (Find(connection) is not null)
        {
            _streams.Remove((connection.Remote, connection.Local, connection.Irs));
        }
    }

    private WrittenBytes? Find(TcpConnection connection) =>
        connection.Checked.Read ??= _streams.GetValueOrDefault((connection.Remote, connection.Local, connection.Irs));
}
