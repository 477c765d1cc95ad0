using System.Net;
using System.Net.NetworkInformation;

namespace Wavetank.Sockets;

/// <summary>What came of an echo request, shaped like <c>System.Net.NetworkInformation.PingReply</c>, which nobody else can make.</summary>
public class PingReply
{
    internal PingReply(IPStatus status, IPAddress address, long roundtripTime, PingOptions? options, byte[] buffer)
    {
        Status = status;
        Address = address;
        RoundtripTime = roundtripTime;
        Options = options;
        Buffer = buffer;
    }

    /// <summary>Success, or why there was none.</summary>
    public IPStatus Status { get; }

    /// <summary>Who answered.</summary>
    public IPAddress Address { get; }

    /// <summary>Whole milliseconds of simulated time from the request to the reply.</summary>
    public long RoundtripTime { get; }

    /// <summary>The reply's time to live; null where there was no reply.</summary>
    public PingOptions? Options { get; }

    /// <summary>The payload of the reply; empty where there was none.</summary>
    public byte[] Buffer { get; }
}
