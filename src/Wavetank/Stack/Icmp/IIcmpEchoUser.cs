using Wavetank.Packets;

namespace Wavetank.Stack.Icmp;

/// <summary>Who sent an echo request and waits for what comes of it.</summary>
internal interface IIcmpEchoUser
{
    /// <summary>The reply. The payload may be read during the call only.</summary>
    void OnReply(Address from, ushort sequenceNumber, byte timeToLive, ReadOnlySpan<byte> payload);

    /// <summary>An error message about the request.</summary>
    void OnError(Address from, ushort sequenceNumber, byte type, byte code);
}
