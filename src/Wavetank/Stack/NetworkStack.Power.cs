using System.Net.Sockets;
using Wavetank.Engine.Programs;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Tcp.Connections;
using Wavetank.Stack.Tcp.Listening;
using Wavetank.Stack.Udp;

namespace Wavetank.Stack;

/// <summary>What becomes of the stack when its programs end, and when the host loses its power.</summary>
internal sealed partial class NetworkStack
{
    /// <summary>Whether the host has no power: it neither sends nor hears.</summary>
    public bool IsDown { get; private set; }

    /// <summary>Closes the gate of the programs so far. Those that start later have another.</summary>
    public void EndPrograms()
    {
        Gate.Close();
        Gate = new ProgramGate(Simulator);
    }

    /// <summary>Closes what programs left open, as an operating system does when a process ends.</summary>
    public void CloseSockets()
    {
        IEndpointOwner?[] owners =
        [
            .. (_tcp?.Listeners ?? []).Select(listener => listener.User as IEndpointOwner),
            .. (_tcp?.Connections ?? []).Select(connection => connection.User as IEndpointOwner),
            .. (_udp?.Endpoints ?? []).Select(endpoint => endpoint.User as IEndpointOwner),
        ];
        foreach (IEndpointOwner? owner in owners)
        {
            owner?.CloseAtExit();
        }
    }

    /// <summary>Takes the power away: connections and sockets vanish without a word, and all that was learnt is forgotten.</summary>
    public void PowerOff()
    {
        IsDown = true;
        foreach (TcpListenQueue listener in _tcp?.Listeners.ToArray() ?? [])
        {
            listener.Vanish();
        }

        foreach (TcpConnection connection in _tcp?.Connections.ToArray() ?? [])
        {
            connection.Terminate(SocketError.NetworkDown);
        }

        foreach (UdpEndpoint endpoint in _udp?.Endpoints.ToArray() ?? [])
        {
            endpoint.Close();
        }

        Ip.Forget();
        _icmp?.Forget();
        foreach (HostInterface item in _interfaces)
        {
            item.Forget();
        }

        if (ResolverIfSet is { } resolver)
        {
            resolver.Resolver = null;
        }
    }

    public void PowerOn() => IsDown = false;
}
