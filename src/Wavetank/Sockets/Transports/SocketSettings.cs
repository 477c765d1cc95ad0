using System.Net.Sockets;
using Wavetank.Stack;
using Wavetank.Stack.Interfaces;
using Wavetank.Stack.Tcp;

namespace Wavetank.Sockets.Transports;

/// <summary>What a program set on a socket, before and after there is an endpoint to apply it to. Defaults are Linux's.</summary>
internal sealed class SocketSettings
{
    /// <summary>What TCP itself goes by.</summary>
    public TcpSettings Tcp { get; init; } = new();

    /// <summary>Milliseconds that a blocking receive waits at most; 0 means for ever.</summary>
    public int ReceiveTimeout { get; set; }

    /// <summary>Milliseconds that a blocking send waits at most; 0 means for ever.</summary>
    public int SendTimeout { get; set; }

    public bool ReuseAddress { get; set; }

    public bool Broadcast { get; set; }

    public bool DontFragment { get; set; }

    public bool MulticastLoopback { get; set; } = true;

    /// <summary>Time to live of multicasts; 0 keeps them on the host (RFC 1112 §6.1).</summary>
    public byte MulticastTimeToLive { get; set; } = 1;

    /// <summary>The interface by which multicasts leave; null leaves it to the host.</summary>
    public HostInterface? MulticastInterface { get; set; }

    /// <summary>The address by which the program named that interface, as the platform packs it; 0 where it did not.</summary>
    public int MulticastAddress { get; set; }

    /// <summary>Bytes that must be there before a receive of a stream that waits goes on (SO_RCVLOWAT).</summary>
    public int ReceiveLowWater { get; set; } = 1;

    /// <summary>Connections that may wait with data in their SYN. Kept alone: listeners give none of them a cookie.</summary>
    public int FastOpen { get; set; }

    public bool OutOfBandInline { get; set; }

    public bool DontRoute { get; set; }

    public bool Debug { get; set; }

    public bool PacketInformation { get; set; }

    public bool DualMode { get; set; }

    public bool IsIPv6 { get; init; }

    /// <summary>Bytes that the program asked for; 0 leaves it to the host.</summary>
    public int SendBufferSize { get; set; }

    /// <summary>Bytes that the program asked for; 0 leaves it to the host.</summary>
    public int ReceiveBufferSize { get; set; }

    /// <summary>Time to live; 0 means the host's default.</summary>
    public byte Ttl { get; set; }

    /// <summary>Whether the program asked for a hop limit of 0, which goes as far as one of 1.</summary>
    public bool HopLimitIsZero { get; set; }

    public byte TypeOfService { get; set; }

    /// <summary>What a new socket starts with on a host.</summary>
    public static SocketSettings Create(NetworkStack stack, AddressFamily family, SocketType type)
    {
        TcpSettings? defaults = type == SocketType.Stream ? stack.SocketDefaults : null;
        return new SocketSettings
        {
            IsIPv6 = family == AddressFamily.InterNetworkV6,
            Tcp = defaults?.Copy() ?? new TcpSettings(),
            SendBufferSize = defaults?.SendBufferSize ?? 0,
            ReceiveBufferSize = defaults?.ReceiveBufferSize ?? 0,
        };
    }
}
