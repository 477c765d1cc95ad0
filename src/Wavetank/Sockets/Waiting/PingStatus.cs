using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Wavetank.Sockets.Waiting;

/// <summary>What the platform calls the error messages that an echo request can meet (RFC 792, RFC 4443 §3).</summary>
internal static class PingStatus
{
    public static IPStatus Of(AddressFamily family, byte type, byte code) => family == AddressFamily.InterNetwork
        ? (type, code) switch
        {
            (3, 0) => IPStatus.DestinationNetworkUnreachable,
            (3, 2) => IPStatus.DestinationProtocolUnreachable,
            (3, 3) => IPStatus.DestinationPortUnreachable,
            (3, 4) => IPStatus.PacketTooBig,
            (3, _) => IPStatus.DestinationHostUnreachable,
            (11, 0) => IPStatus.TtlExpired,
            (11, _) => IPStatus.TtlReassemblyTimeExceeded,
            _ => IPStatus.Unknown,
        }
        : (type, code) switch
        {
            (1, 0) => IPStatus.BadRoute,
            (1, 1) => IPStatus.DestinationProhibited,
            (1, 2) => IPStatus.BadDestination,
            (1, 3) => IPStatus.DestinationHostUnreachable,
            (1, 4) => IPStatus.DestinationPortUnreachable,
            (2, _) => IPStatus.PacketTooBig,
            (3, 0) => IPStatus.TimeExceeded,
            (3, _) => IPStatus.TtlReassemblyTimeExceeded,
            (4, 1) => IPStatus.UnrecognizedNextHeader,
            (4, 2) => IPStatus.BadOption,
            (4, _) => IPStatus.BadHeader,
            _ => IPStatus.Unknown,
        };
}
