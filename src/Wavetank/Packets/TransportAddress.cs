using System.Net;

namespace Wavetank.Packets;

/// <summary>An address and a port: one end of a conversation.</summary>
/// <param name="Address">The address.</param>
/// <param name="Port">The port.</param>
public readonly record struct TransportAddress(Address Address, ushort Port)
{
    /// <summary>The transport address of a platform end point.</summary>
    public static TransportAddress FromIPEndPoint(IPEndPoint endPoint)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        return new TransportAddress(Address.FromIPAddress(endPoint.Address), (ushort)endPoint.Port);
    }

    /// <summary>The platform's form.</summary>
    public IPEndPoint ToIPEndPoint() => new(Address.ToIPAddress(), Port);

    /// <inheritdoc/>
    public override int GetHashCode() => Address.GetHashCode() ^ (Port * 0x01000193);

    /// <summary>Such as <c>10.0.0.1:5000</c> or <c>[::1]:5000</c>.</summary>
    public override string ToString() => ToIPEndPoint().ToString();
}
