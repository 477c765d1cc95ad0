using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Icmp;
using Wavetank.Stack.Ports;

namespace Wavetank.Stack.Udp;

/// <summary>UDP on one host: its ports, and which endpoint a datagram is for (RFC 768, RFC 1122).</summary>
internal sealed class UdpLayer(NetworkStack stack)
{
    private readonly Dictionary<ushort, List<UdpEndpoint>> _byPort = [];
    private readonly List<UdpEndpoint> _endpoints = [];
    private PortTable? _ports;

    // The endpoint that heard last, where no other is bound to its port: it need not be looked for.
    private UdpEndpoint? _only;

    public PortTable Ports => _ports ??= new(stack.Simulator.CreateRandomStream($"host/{stack.HostName}/udp/ports"));

    /// <summary>The open endpoints, in the order in which they were opened.</summary>
    public IReadOnlyList<UdpEndpoint> Endpoints => _endpoints;

    public UdpEndpoint Open(PortBinding binding, IUdpUser? user)
    {
        var endpoint = new UdpEndpoint(stack, binding, user);
        if (!_byPort.TryGetValue(binding.Port, out List<UdpEndpoint>? list))
        {
            _byPort.Add(binding.Port, list = []);
        }

        _only = null;
        list.Add(endpoint);
        _endpoints.Add(endpoint);
        return endpoint;
    }

    public void Close(UdpEndpoint endpoint)
    {
        if (_endpoints.Remove(endpoint))
        {
            _only = null;
            List<UdpEndpoint> list = _byPort[endpoint.Binding.Port];
            list.Remove(endpoint);
            if (list.Count == 0)
            {
                _byPort.Remove(endpoint.Binding.Port);
            }

            endpoint.Binding.Release();
        }
    }

    /// <summary>Takes a datagram for this host alone, and its ownership.</summary>
    public void Receive(Packet packet)
    {
        var local = new TransportAddress(packet.Destination, packet.Udp.DestinationPort);
        var remote = new TransportAddress(packet.Source, packet.Udp.SourcePort);
        if (Find(local, remote) is { } endpoint)
        {
            endpoint.Receive(packet);
            return;
        }

        // RFC 1122 §4.1.3.1: a datagram that nobody waits for is answered by "port unreachable".
        stack.Icmp.SendError(packet, IcmpErrors.PortUnreachable);
        stack.Events.Drop(stack.Point, packet, DropReason.PortUnreachable);
    }

    /// <summary>Takes a datagram for a group or for all, and its ownership: every endpoint that it fits gets one.</summary>
    /// <remarks>As on Linux (IP_MULTICAST_ALL), an endpoint need not have joined itself: it is enough that the host is in the group.</remarks>
    public void ReceiveForGroup(Packet packet)
    {
        var local = new TransportAddress(packet.Destination, packet.Udp.DestinationPort);
        var remote = new TransportAddress(packet.Source, packet.Udp.SourcePort);
        UdpEndpoint? last = null;
        if (_byPort.TryGetValue(local.Port, out List<UdpEndpoint>? list))
        {
            // A user that is told may close its endpoint, so the list is walked backwards.
            for (int i = list.Count - 1; i >= 0; i--)
            {
                if (!list[i].Fits(local, remote))
                {
                    continue;
                }

                last?.Receive(packet.Pool.RentCopy(packet));
                last = list[i];
            }
        }

        if (last is null)
        {
            stack.Events.Drop(stack.Point, packet, DropReason.PortUnreachable);
        }
        else
        {
            last.Receive(packet);
        }
    }

    /// <summary>Whether there is an endpoint that datagrams from the remote end to the local one are for.</summary>
    public bool HasEndpoint(TransportAddress local, TransportAddress remote) => Find(local, remote) is not null;

    /// <summary>Brings an error to the endpoint it is about (RFC 1122 §4.1.3.3). An endpoint that is not connected does not hear of it, as on Linux.</summary>
    public void OnIcmpError(TransportAddress local, TransportAddress remote, SocketError error, bool isHard)
    {
        // Linux tells a connected endpoint of a path that carries less, though what it sends next will be cut.
        if ((isHard || error == SocketError.MessageSize) && Find(local, remote) is { Remote: not null } endpoint)
        {
            endpoint.Fail(error);
        }
    }

    /// <summary>The endpoint that fits best: connected to the sender, else bound to the address, else bound to any.</summary>
    private UdpEndpoint? Find(TransportAddress local, TransportAddress remote)
    {
        if (_only is { } only && only.Binding.Port == local.Port)
        {
            return only.Fits(local, remote) ? only : null;
        }

        if (!_byPort.TryGetValue(local.Port, out List<UdpEndpoint>? list))
        {
            return null;
        }

        _only = list.Count == 1 ? list[0] : _only;

        UdpEndpoint? best = null;
        int bestScore = -1;
        foreach (UdpEndpoint candidate in list)
        {
            if (!candidate.Fits(local, remote))
            {
                continue;
            }

            // Of equals the latest wins, as on Linux, where sockets that share a port are looked up newest first.
            int score = (candidate.Remote is null ? 0 : 2) + (candidate.Binding.Address.IsAny ? 0 : 1);
            if (score >= bestScore)
            {
                bestScore = score;
                best = candidate;
            }
        }

        return best;
    }
}
