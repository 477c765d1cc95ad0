using System.Net;
using System.Net.Sockets;

namespace Wavetank.Sockets;

public partial class UdpClient
{
    /// <summary>Joins a group, on the host's first interface.</summary>
    /// <param name="multicastAddr">The group: 224.0.0.0 to 239.255.255.255, or ff00::/8.</param>
    /// <exception cref="SocketException">The address is no group (InvalidArgument), or is joined already (AddressAlreadyInUse).</exception>
    public void JoinMulticastGroup(IPAddress multicastAddr) => Change(SocketOptionName.AddMembership, multicastAddr, option: null);

    /// <summary>Joins an IPv4 group on the interface that has an address.</summary>
    /// <param name="multicastAddr">The group.</param>
    /// <param name="localAddress">An address of the interface.</param>
    /// <exception cref="SocketException">The client is not of the family InterNetwork (OperationNotSupported), or joining failed.</exception>
    public void JoinMulticastGroup(IPAddress multicastAddr, IPAddress localAddress)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ThrowIfNotOf(AddressFamily.InterNetwork);
        Change(SocketOptionName.AddMembership, multicastAddr, new MulticastOption(multicastAddr, localAddress));
    }

    /// <summary>Joins an IPv6 group on an interface.</summary>
    /// <param name="ifindex">The interface's number; 0 leaves it to the host.</param>
    /// <param name="multicastAddr">The group.</param>
    /// <exception cref="SocketException">The client is not of the family InterNetworkV6 (OperationNotSupported), or joining failed.</exception>
    public void JoinMulticastGroup(int ifindex, IPAddress multicastAddr)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(multicastAddr);
        ArgumentOutOfRangeException.ThrowIfNegative(ifindex);
        ThrowIfNotOf(AddressFamily.InterNetworkV6);
        Change(SocketOptionName.AddMembership, multicastAddr, new IPv6MulticastOption(multicastAddr, ifindex));
    }

    /// <summary>Joins a group, and sets how far what the client sends to groups goes.</summary>
    /// <param name="multicastAddr">The group.</param>
    /// <param name="timeToLive">0 to 255; 0 stays on the host, 1 on the link.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeToLive"/> is not between 0 and 255.</exception>
    public void JoinMulticastGroup(IPAddress multicastAddr, int timeToLive)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(multicastAddr);
        ArgumentOutOfRangeException.ThrowIfNegative(timeToLive);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timeToLive, byte.MaxValue);
        JoinMulticastGroup(multicastAddr);
        _client.SetSocketOption(GroupLevel, SocketOptionName.MulticastTimeToLive, timeToLive);
    }

    /// <summary>Leaves a group that was joined on the host's first interface.</summary>
    /// <param name="multicastAddr">The group.</param>
    /// <exception cref="SocketException">It was not joined (AddressNotAvailable).</exception>
    public void DropMulticastGroup(IPAddress multicastAddr) => Change(SocketOptionName.DropMembership, multicastAddr, option: null);

    /// <summary>Leaves an IPv6 group on an interface.</summary>
    /// <param name="multicastAddr">The group.</param>
    /// <param name="ifindex">The interface's number; 0 leaves it to the host.</param>
    /// <exception cref="SocketException">It was not joined there (AddressNotAvailable).</exception>
    public void DropMulticastGroup(IPAddress multicastAddr, int ifindex)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(multicastAddr);
        ArgumentOutOfRangeException.ThrowIfNegative(ifindex);
        ThrowIfNotOf(AddressFamily.InterNetworkV6);
        Change(SocketOptionName.DropMembership, multicastAddr, new IPv6MulticastOption(multicastAddr, ifindex));
    }

    private SocketOptionLevel GroupLevel => _family == AddressFamily.InterNetwork ? SocketOptionLevel.IP : SocketOptionLevel.IPv6;

    private void Change(SocketOptionName change, IPAddress multicastAddr, object? option)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentNullException.ThrowIfNull(multicastAddr);
        if (multicastAddr.AddressFamily != _family)
        {
            throw new ArgumentException($"A client of the family {_family} cannot be in the group {multicastAddr}.", nameof(multicastAddr));
        }

        option ??= _family == AddressFamily.InterNetwork ? new MulticastOption(multicastAddr) : new IPv6MulticastOption(multicastAddr);
        _client.SetSocketOption(GroupLevel, change, option);
    }

    private void ThrowIfNotOf(AddressFamily family)
    {
        if (_family != family)
        {
            throw new SocketException((int)SocketError.OperationNotSupported);
        }
    }
}
