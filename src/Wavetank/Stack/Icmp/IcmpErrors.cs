using System.Net.Sockets;
using Wavetank.Packets;

namespace Wavetank.Stack.Icmp;

/// <summary>The error messages that the stack sends and understands.</summary>
internal static class IcmpErrors
{
    private const byte DestinationUnreachable = 3;
    private const byte TimeExceededType = 11;
    private const byte ParameterProblem = 12;
    private const byte SourceQuench = 4;
    private const byte Redirect = 5;
    private const byte DestinationUnreachableV6 = 1;
    private const byte PacketTooBigV6 = 2;
    private const byte TimeExceededV6 = 3;
    private const byte ParameterProblemV6 = 4;

    // RFC 4443 §2.1: the high bit tells errors (0) from other messages (1).
    private const byte FirstInformationalV6 = 128;

    // RFC 792, "Destination Unreachable Message"; RFC 792, "Time Exceeded Message"; RFC 4443 §3.
    public static readonly IcmpError NetworkUnreachable = new(DestinationUnreachable, 0, DestinationUnreachableV6, 0);
    public static readonly IcmpError HostUnreachable = new(DestinationUnreachable, 1, DestinationUnreachableV6, 3);
    public static readonly IcmpError ProtocolUnreachable = new(DestinationUnreachable, 2, ParameterProblemV6, 1);
    public static readonly IcmpError PortUnreachable = new(DestinationUnreachable, 3, DestinationUnreachableV6, 4);
    public static readonly IcmpError AdministrativelyProhibited = new(DestinationUnreachable, 13, DestinationUnreachableV6, 1);
    public static readonly IcmpError FragmentationNeeded = new(DestinationUnreachable, 4, PacketTooBigV6, 0);
    public static readonly IcmpError TimeExceeded = new(TimeExceededType, 0, TimeExceededV6, 0);
    public static readonly IcmpError ReassemblyTimeExceeded = new(TimeExceededType, 1, TimeExceededV6, 1);

    public static bool IsError(IpProtocol protocol, byte type) => protocol == IpProtocol.IcmpV6
        ? type < FirstInformationalV6
        : type is DestinationUnreachable or TimeExceededType or ParameterProblem or SourceQuench or Redirect;

    /// <summary>Whether the message says that a packet was larger than a link on its way carries.</summary>
    public static bool IsTooBig(IpProtocol protocol, byte type, byte code) => protocol == IpProtocol.IcmpV6
        ? type == PacketTooBigV6
        : type == DestinationUnreachable && code == 4;

    /// <summary>Whether the message is for sockets (RFC 1122 §3.2.2.4). RFC 6633 §3, RFC 9293 §3.9.2.2, MUST-55: source quenches are ignored; redirects are for routing, which is planned.</summary>
    public static bool IsForSockets(IpProtocol protocol, byte type) => protocol == IpProtocol.IcmpV6
        ? type is DestinationUnreachableV6 or PacketTooBigV6 or TimeExceededV6 or ParameterProblemV6
        : type is DestinationUnreachable or TimeExceededType or ParameterProblem;

    /// <summary>What a socket hears of an error, as Linux maps it (icmp_err_convert, icmpv6_err_convert), and whether it is lasting. The platform has no word for some (EPROTO, ENONET).</summary>
    public static (SocketError Error, bool IsHard) ToSocketError(IpProtocol protocol, byte type, byte code) => protocol == IpProtocol.IcmpV6
        ? (type, code) switch
        {
            (DestinationUnreachableV6, 0) => (SocketError.NetworkUnreachable, false),
            (DestinationUnreachableV6, 1 or 5 or 6) => (SocketError.AccessDenied, true),
            (DestinationUnreachableV6, 4) => (SocketError.ConnectionRefused, true),
            (PacketTooBigV6, _) => (SocketError.MessageSize, false),
            (ParameterProblemV6, _) => (SocketError.SocketError, true),
            _ => (SocketError.HostUnreachable, false),
        }
        : (type, code) switch
        {
            (DestinationUnreachable, 0 or 11) => (SocketError.NetworkUnreachable, false),
            (DestinationUnreachable, 6 or 9) => (SocketError.NetworkUnreachable, true),
            (DestinationUnreachable, 2) => (SocketError.ProtocolOption, true),
            (DestinationUnreachable, 3) => (SocketError.ConnectionRefused, true),
            (DestinationUnreachable, 4) => (SocketError.MessageSize, false),
            (DestinationUnreachable, 5) => (SocketError.OperationNotSupported, false),
            (DestinationUnreachable, 7) => (SocketError.HostDown, true),
            (DestinationUnreachable, 8) => (SocketError.SocketError, true),
            (DestinationUnreachable, 10 or 13 or 14 or 15) => (SocketError.HostUnreachable, true),
            (ParameterProblem, _) => (SocketError.SocketError, true),
            _ => (SocketError.HostUnreachable, false),
        };
}
