using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Ports;
using Wavetank.Stack.Tcp.Connections;

namespace Wavetank.Stack.Tcp;

internal sealed partial class TcpLayer
{
    /// <summary>Opens a connection actively. OnConnected or OnFailed of the user follows.</summary>
    /// <param name="binding">The claim on the local address and port (RFC 9293 §3.9.1.1, MUST-43), which the connection takes over; null picks an ephemeral port.</param>
    /// <param name="remote">Where to.</param>
    /// <param name="settings">What the user set; the connection keeps this object.</param>
    /// <param name="user">Who is told.</param>
    /// <param name="error">Why there is no connection: no route, no port left, or the pair of ends is in use.</param>
    public TcpConnection? Connect(PortBinding? binding, TransportAddress remote, TcpSettings settings, ITcpUser? user, out SocketError error)
    {
        // RFC 9293 §3.9.1.1, MUST-44: the internet layer chooses the address where none is given.
        if (!Host.TrySelectSource(remote.Address, out Address source, out int mtu))
        {
            error = SocketError.NetworkUnreachable;
            return null;
        }

        TcpConnection? old;
        if (binding is null)
        {
            binding = TryPickPort(source, in remote, settings, out old);
        }
        else
        {
            var bound = new TransportAddress(binding.Address.IsAny ? source : binding.Address, binding.Port);
            old = _connections.Find(in bound, in remote);
            binding = old is null || old.GivesWayTo(settings, isBound: true) ? binding : null;
        }

        if (binding is null)
        {
            // As Linux: connect says EADDRNOTAVAIL where the ends are in use, with all ephemeral ports too.
            error = SocketError.AddressNotAvailable;
            return null;
        }

        old?.Terminate(SocketError.Success);
        var local = new TransportAddress(binding.Address.IsAny ? source : binding.Address, binding.Port);
        var connection = new TcpConnection(this, local, remote, settings, mtu) { User = user, Binding = binding };
        Add(connection);
        connection.Open(old);
        error = SocketError.Success;
        return connection;
    }

    /// <summary>
    /// Claims an ephemeral port from which there is no connection to this destination yet. Others may start from it too: what tells
    /// connections apart is the pair of ends (RFC 9293 §3.3.1).
    /// </summary>
    /// <param name="source">Our address.</param>
    /// <param name="remote">The destination.</param>
    /// <param name="settings">Whether a connection in TIME-WAIT may be in the way.</param>
    /// <param name="old">That connection.</param>
    private PortBinding? TryPickPort(Address source, in TransportAddress remote, TcpSettings settings, out TcpConnection? old)
    {
        old = null;
        if (Ports.IsExhausted)
        {
            return null;
        }

        EphemeralSearch search = Ports.SearchEphemeral(HashOf(new TransportAddress(source, 0), in remote, ForPorts));
        while (search.TryNext(out ushort port))
        {
            if (!Ports.CanConnectFrom(port))
            {
                continue;
            }

            var local = new TransportAddress(source, port);
            old = _connections.Find(in local, in remote);
            if (old is null || old.GivesWayTo(settings, isBound: false))
            {
                Ports.End(in search);
                return Ports.Share(source, port);
            }
        }

        old = null;
        return null;
    }
}
