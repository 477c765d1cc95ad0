using System.Net.Sockets;

namespace Wavetank.Sockets;

/// <summary>Which sockets there are, and the error that the platform gives on Linux for others.</summary>
internal static class SocketKinds
{
    public static SocketError Check(AddressFamily family, SocketType type, ProtocolType protocol)
    {
        if (family is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6))
        {
            return SocketError.AddressFamilyNotSupported;
        }

        return type switch
        {
            SocketType.Stream => Match(protocol, ProtocolType.Tcp),
            SocketType.Dgram => Match(protocol, ProtocolType.Udp),

            // As for a program without the right to open raw sockets.
            SocketType.Raw => SocketError.AccessDenied,
            SocketType.Rdm or SocketType.Seqpacket => SocketError.SocketNotSupported,
            _ => SocketError.ProtocolType,
        };
    }

    private static SocketError Match(ProtocolType protocol, ProtocolType usual) =>
        protocol == usual || protocol == ProtocolType.Unspecified ? SocketError.Success : SocketError.ProtocolNotSupported;
}
