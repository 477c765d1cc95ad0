namespace Wavetank.Stack.Udp;

/// <summary>Who reads from a UDP endpoint. Called inside a packet's arrival, so it only completes what waits.</summary>
internal interface IUdpUser
{
    /// <summary>A datagram can be read, or an error is pending.</summary>
    void OnReadable();
}
