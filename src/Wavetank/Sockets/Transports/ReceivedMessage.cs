using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Sockets.Transports;

/// <summary>What a receive gave beside the bytes themselves.</summary>
/// <param name="Length">Bytes written to the program's buffer.</param>
/// <param name="From">The sender of a datagram; the default on a stream.</param>
/// <param name="Flags">Truncated, where a datagram was longer than the buffer.</param>
internal readonly record struct ReceivedMessage(int Length, TransportAddress From, SocketFlags Flags)
{
    /// <summary>The address that a datagram was sent to; the default on a stream.</summary>
    public Address To { get; init; }
}
