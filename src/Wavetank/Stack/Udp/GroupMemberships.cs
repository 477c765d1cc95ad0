using System.Net.Sockets;
using Wavetank.Packets;
using Wavetank.Stack.Interfaces;

namespace Wavetank.Stack.Udp;

/// <summary>The groups that one socket has joined, each on an interface (RFC 1112 §7.1, RFC 3493 §5.2).</summary>
internal sealed class GroupMemberships
{
    private readonly List<(Address Group, HostInterface Interface)> _joined = [];

    /// <summary>Joins a group on an interface.</summary>
    /// <returns>Success, or AddressAlreadyInUse if it has joined already.</returns>
    public SocketError Join(Address group, HostInterface where)
    {
        if (_joined.Contains((group, where)))
        {
            return SocketError.AddressAlreadyInUse;
        }

        _joined.Add((group, where));
        where.Join(group);
        return SocketError.Success;
    }

    /// <summary>Leaves a group on an interface.</summary>
    /// <returns>Success, or AddressNotAvailable if it has not joined.</returns>
    public SocketError Leave(Address group, HostInterface where)
    {
        if (!_joined.Remove((group, where)))
        {
            return SocketError.AddressNotAvailable;
        }

        where.Leave(group);
        return SocketError.Success;
    }

    public void LeaveAll()
    {
        foreach ((Address group, HostInterface where) in _joined)
        {
            where.Leave(group);
        }

        _joined.Clear();
    }
}
