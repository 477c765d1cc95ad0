namespace Wavetank.Stack.Tcp;

/// <summary>What a connection does about explicit congestion notification (RFC 3168 §6.1.1; Linux: net.ipv4.tcp_ecn).</summary>
public enum EcnMode : byte
{
    /// <summary>Neither asks for it nor accepts it.</summary>
    Off,

    /// <summary>Accepts it where the peer asks.</summary>
    Accept,

    /// <summary>Asks for it, and accepts it.</summary>
    Request,
}
