using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;

namespace Wavetank.Sockets;

public partial class Socket
{
    /// <summary>Whether small sends go out at once, rather than wait for acknowledgments (Nagle). Default false.</summary>
    public bool NoDelay
    {
        get => GetNumber(SocketOptionLevel.Tcp, SocketOptionName.NoDelay) != 0;
        set => SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, value);
    }

    /// <summary>What a close does with bytes that are not delivered yet. Default: off, so that they are delivered in the background.</summary>
    /// <remarks>With a time of zero the peer gets a RST. With another time the close of a blocking program waits; an asynchronous one's does not.</remarks>
    [DisallowNull]
    public LingerOption? LingerState
    {
        get
        {
            Enter();
            return GetLinger();
        }
        set => SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Linger, value!);
    }

    /// <summary>Bytes of the send buffer. As on Linux, the double of what is set is reported. Not set, TCP's grows by itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int SendBufferSize
    {
        get => GetNumber(SocketOptionLevel.Socket, SocketOptionName.SendBuffer);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendBuffer, value);
        }
    }

    /// <summary>Bytes of the receive buffer. As on Linux, the double of what is set is reported. Not set, TCP's grows by itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int ReceiveBufferSize
    {
        get => GetNumber(SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer, value);
        }
    }

    /// <summary>Milliseconds of simulated time that a blocking send waits at most. Default 0: for ever; so does -1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than -1.</exception>
    public int SendTimeout
    {
        get => GetNumber(SocketOptionLevel.Socket, SocketOptionName.SendTimeout);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
            SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendTimeout, Math.Max(value, 0));
        }
    }

    /// <summary>Milliseconds of simulated time that a blocking receive waits at most. Default 0: for ever; so does -1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than -1.</exception>
    public int ReceiveTimeout
    {
        get => GetNumber(SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, -1);
            SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout, Math.Max(value, 0));
        }
    }

    /// <summary>Time to live of what it sends, 1 to 255; hop limit of a socket of the family InterNetworkV6, which may be 0. Default 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 255.</exception>
    /// <exception cref="SocketException">The value is 0, on a socket of the family InterNetwork (InvalidArgument).</exception>
    public short Ttl
    {
        get => (short)GetNumber(IPLevel, SocketOptionName.IpTimeToLive);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, byte.MaxValue);
            SetSocketOption(IPLevel, SocketOptionName.IpTimeToLive, value);
        }
    }

    /// <summary>Whether what it sends may not be cut on its way. Default false.</summary>
    /// <exception cref="NotSupportedException">The socket is of the family InterNetworkV6, whose packets are never cut on their way.</exception>
    public bool DontFragment
    {
        get
        {
            ThrowIfNotIPv4();
            return GetNumber(SocketOptionLevel.IP, SocketOptionName.DontFragment) != 0;
        }
        set
        {
            ThrowIfNotIPv4();
            SetSocketOption(SocketOptionLevel.IP, SocketOptionName.DontFragment, value);
        }
    }

    /// <summary>Whether multicasts that it sends come back to this host. Default true.</summary>
    public bool MulticastLoopback
    {
        get => GetNumber(SocketOptionLevel.IP, SocketOptionName.MulticastLoopback) != 0;
        set => SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastLoopback, value);
    }

    /// <summary>Whether it may send to a broadcast address. Default false; a stream socket forgets what is set.</summary>
    public bool EnableBroadcast
    {
        get => SocketType != SocketType.Stream && GetNumber(SocketOptionLevel.Socket, SocketOptionName.Broadcast) != 0;
        set => SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, value && SocketType != SocketType.Stream);
    }

    /// <summary>Whether no other socket may take the same address. Default true.</summary>
    /// <exception cref="InvalidOperationException">The socket is bound already.</exception>
    public bool ExclusiveAddressUse
    {
        get => GetNumber(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse) != 0;
        set
        {
            if (_isBound)
            {
                throw new InvalidOperationException("The address of a bound socket cannot be made exclusive or shared; set it before Bind.");
            }

            SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, value);
        }
    }

    /// <summary>Whether a socket of the family InterNetworkV6 speaks IPv4 too.</summary>
    /// <exception cref="NotSupportedException">Set on a socket of another family.</exception>
    public bool DualMode
    {
        get => AddressFamily == AddressFamily.InterNetworkV6 && GetNumber(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only) == 0;
        set
        {
            if (AddressFamily != AddressFamily.InterNetworkV6)
            {
                throw new NotSupportedException("Only a socket of the family InterNetworkV6 can have dual mode.");
            }

            SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only, !value);
        }
    }

    private SocketOptionLevel IPLevel => AddressFamily == AddressFamily.InterNetworkV6 ? SocketOptionLevel.IPv6 : SocketOptionLevel.IP;

    private int GetNumber(SocketOptionLevel level, SocketOptionName name) => (int)GetSocketOption(level, name)!;

    private void ThrowIfNotIPv4()
    {
        if (AddressFamily != AddressFamily.InterNetwork)
        {
            throw new NotSupportedException("Only a socket of the family InterNetwork has this option.");
        }
    }
}
