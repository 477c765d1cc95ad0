using System.Net.Sockets;

namespace Wavetank.Packetdrill.Running.Calls;

/// <summary>Linux's names for errors (errno(3)), which scripts use, and the socket errors that stand for them.</summary>
internal static class Errno
{
    public const string BadFile = "EBADF";
    public const string InvalidArgument = "EINVAL";
    public const string TryAgain = "EAGAIN";
    public const string InProgress = "EINPROGRESS";
    public const string Already = "EALREADY";
    public const string IsConnected = "EISCONN";
    public const string NotSupported = "EOPNOTSUPP";
    public const string NoSuchOption = "ENOPROTOOPT";
    public const string Exists = "EEXIST";
    public const string NoEntry = "ENOENT";

    private static readonly (SocketError Error, string Name, int Number)[] All =
    [
        (SocketError.WouldBlock, TryAgain, 11),
        (SocketError.InProgress, InProgress, 115),
        (SocketError.AlreadyInProgress, Already, 114),
        (SocketError.IsConnected, IsConnected, 106),
        (SocketError.NotConnected, "ENOTCONN", 107),
        (SocketError.Shutdown, "EPIPE", 32),
        (SocketError.ConnectionReset, "ECONNRESET", 104),
        (SocketError.ConnectionRefused, "ECONNREFUSED", 111),
        (SocketError.ConnectionAborted, "ECONNABORTED", 103),
        (SocketError.TimedOut, "ETIMEDOUT", 110),
        (SocketError.HostUnreachable, "EHOSTUNREACH", 113),
        (SocketError.NetworkUnreachable, "ENETUNREACH", 101),
        (SocketError.AddressAlreadyInUse, "EADDRINUSE", 98),
        (SocketError.AddressNotAvailable, "EADDRNOTAVAIL", 99),
        (SocketError.InvalidArgument, InvalidArgument, 22),
        (SocketError.MessageSize, "EMSGSIZE", 90),
        (SocketError.AccessDenied, "EACCES", 13),
        (SocketError.OperationNotSupported, NotSupported, 95),
        (SocketError.ProtocolOption, NoSuchOption, 92),
        (SocketError.DestinationAddressRequired, "EDESTADDRREQ", 89),
        (SocketError.NoBufferSpaceAvailable, "ENOBUFS", 105),
        (SocketError.NotSocket, "ENOTSOCK", 88),
    ];

    public static string NameOf(SocketError error) =>
        Array.Find(All, row => row.Error == error) is { Name: { } name } ? name : error.ToString();

    public static int NumberOf(SocketError error) => Array.Find(All, row => row.Error == error).Number;

    /// <summary>The number of an error by its name; null for one that is not known here.</summary>
    public static int? Find(string name) => Array.Find(All, row => row.Name == name) is { Number: > 0 } row ? row.Number : null;
}
