using System.Net.Sockets;
using Wavetank.Sockets.Transports;

namespace Wavetank.Sockets.Options;

/// <summary>
/// The options that sockets know: one row each. Any other is refused with OperationNotSupported, as the platform does on Linux.
/// </summary>
internal static partial class SocketOptionTable
{
    private const SocketOptionLevel OfSocket = SocketOptionLevel.Socket;
    private const SocketOptionLevel OfIP = SocketOptionLevel.IP;
    private const SocketOptionLevel OfIPv6 = SocketOptionLevel.IPv6;
    private const SocketOptionLevel OfTcp = SocketOptionLevel.Tcp;

    private static readonly SocketOption[] All =
    [
        Number(OfSocket, SocketOptionName.ReceiveBuffer, GetReceiveBuffer, SetReceiveBuffer),
        Number(OfSocket, SocketOptionName.SendBuffer, GetSendBuffer, SetSendBuffer),
        Number(OfSocket, SocketOptionName.ReceiveTimeout, t => t.Settings.ReceiveTimeout, (t, value) => SetTimeout(value, v => t.Settings.ReceiveTimeout = v)),
        Number(OfSocket, SocketOptionName.SendTimeout, t => t.Settings.SendTimeout, (t, value) => SetTimeout(value, v => t.Settings.SendTimeout = v)),
        Flag(OfSocket, SocketOptionName.ReuseAddress, t => t.Settings.ReuseAddress, (t, on) => t.Settings.ReuseAddress = on),
        Number(OfSocket, SocketOptionName.ExclusiveAddressUse, t => t.Settings.ReuseAddress ? 0 : 1, (t, value) => SetStrictly(t, value, on => t.Settings.ReuseAddress = !on)),
        Flag(OfSocket, SocketOptionName.KeepAlive, t => t.Settings.Tcp.KeepAlive, (t, on) => t.Settings.Tcp.KeepAlive = on),
        Flag(OfSocket, SocketOptionName.OutOfBandInline, t => t.Settings.OutOfBandInline, (t, on) => t.Settings.OutOfBandInline = on),
        Flag(OfSocket, SocketOptionName.DontRoute, t => t.Settings.DontRoute, (t, on) => t.Settings.DontRoute = on),
        Flag(OfSocket, SocketOptionName.Debug, t => t.Settings.Debug, (t, on) => t.Settings.Debug = on),
        Flag(OfSocket, SocketOptionName.Broadcast, t => t.Settings.Broadcast, (t, on) => t.Settings.Broadcast = on),
        Number(OfSocket, SocketOptionName.Type, t => (int)(t is StreamTransport ? SocketType.Stream : SocketType.Dgram)),
        Number(OfSocket, SocketOptionName.Error, t => (int)t.TakeError()),
        Number(OfSocket, SocketOptionName.AcceptConnection, t => t.IsListening ? 1 : 0),
        Number(OfSocket, SocketOptionName.ReceiveLowWater, t => t.Settings.ReceiveLowWater, SetReceiveLowWater),
        Number(OfSocket, SocketOptionName.SendLowWater, _ => 1),

        Flag(OfTcp, SocketOptionName.NoDelay, t => t.Settings.Tcp.NoDelay, (t, on) => t.Settings.Tcp.NoDelay = on) with { OnlyFor = SocketType.Stream },
        Seconds(SocketOptionName.TcpKeepAliveTime, 32_767, t => t.Settings.Tcp.KeepAliveTime, (t, time) => t.Settings.Tcp.KeepAliveTime = time),
        Seconds(SocketOptionName.TcpKeepAliveInterval, 32_767, t => t.Settings.Tcp.KeepAliveInterval, (t, time) => t.Settings.Tcp.KeepAliveInterval = time),
        Number(OfTcp, SocketOptionName.TcpKeepAliveRetryCount, t => t.Settings.Tcp.KeepAliveRetryCount, SetKeepAliveRetryCount) with { OnlyFor = SocketType.Stream },
        Number(OfTcp, SocketOptionName.FastOpen, t => t.Settings.FastOpen, SetFastOpen) with { OnlyFor = SocketType.Stream },

        Number(OfIP, SocketOptionName.IpTimeToLive, GetTimeToLive, SetTimeToLive),

        // Linux tells by this name of packets that came; as a setting it refuses it, and has IpTimeToLive.
        Number(OfIPv6, SocketOptionName.HopLimit, GetTimeToLive) with { OnlyOn = AddressFamily.Unspecified },
        Number(OfIPv6, SocketOptionName.IpTimeToLive, GetHopLimit, SetHopLimit) with { OnlyOn = AddressFamily.InterNetworkV6 },
        Number(OfIP, SocketOptionName.TypeOfService, t => t.Settings.TypeOfService, SetTypeOfService),
        Flag(OfIP, SocketOptionName.DontFragment, t => t.Settings.DontFragment, (t, on) => t.Settings.DontFragment = on),
        Flag(OfIP, SocketOptionName.MulticastLoopback, t => t.Settings.MulticastLoopback, (t, on) => t.Settings.MulticastLoopback = on),
        Number(OfIP, SocketOptionName.MulticastTimeToLive, t => t.Settings.MulticastTimeToLive, (t, value) => GroupOption.SetTimeToLive(t, value, SocketError.InvalidArgument)),
        Number(OfIP, SocketOptionName.MulticastInterface, t => t.Settings.MulticastAddress, GroupOption.SetInterface),
        Flag(OfIP, SocketOptionName.PacketInformation, t => t.Settings.PacketInformation, (t, on) => t.Settings.PacketInformation = on),
        Number(OfIP, SocketOptionName.HeaderIncluded, _ => 0),

        // There are none on the simulated network, and none is all that can be set.
        Number(OfIP, SocketOptionName.IPOptions, _ => 0, (_, value) => value == 0 ? SocketError.Success : SocketError.InvalidArgument),
        Number(OfIPv6, SocketOptionName.MulticastLoopback, t => t.Settings.MulticastLoopback ? 1 : 0, (t, value) => SetStrictly(t, value, on => t.Settings.MulticastLoopback = on)) with { OnlyOn = AddressFamily.InterNetworkV6 },
        Number(OfIPv6, SocketOptionName.MulticastTimeToLive, t => t.Settings.MulticastTimeToLive, (t, value) => GroupOption.SetTimeToLive(t, value, SocketError.ProtocolOption)) with { OnlyOn = AddressFamily.InterNetworkV6 },
        Number(OfIPv6, SocketOptionName.MulticastInterface, t => t.Settings.MulticastInterface?.Index ?? 0, GroupOption.SetInterfaceV6) with { OnlyOn = AddressFamily.InterNetworkV6 },
        Flag(OfIPv6, SocketOptionName.PacketInformation, t => t.Settings.PacketInformation, (t, on) => t.Settings.PacketInformation = on) with { OnlyOn = AddressFamily.InterNetworkV6 },
        Number(OfIPv6, SocketOptionName.IPv6Only, t => t.Settings.DualMode ? 0 : 1, SetIPv6Only) with { OnlyOn = AddressFamily.InterNetworkV6 },
    ];

    /// <summary>The row of an option that a socket knows.</summary>
    public static SocketOption? Find(Transport transport, SocketOptionLevel level, SocketOptionName name)
    {
        SocketType type = transport is StreamTransport ? SocketType.Stream : SocketType.Dgram;
        AddressFamily family = transport.Settings.IsIPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        return Array.Find(All, option => option.Level == level && option.Name == name
            && (option.OnlyFor ?? type) == type && (option.OnlyOn ?? family) == family);
    }

    /// <summary>Whether sockets of some kind know it.</summary>
    public static bool IsKnown(SocketOptionLevel level, SocketOptionName name) =>
        Array.Exists(All, option => option.Level == level && option.Name == name);

    private static SocketOption Number(
        SocketOptionLevel level, SocketOptionName name, Func<Transport, int> get, Func<Transport, int, SocketError>? set = null) =>
        new(level, name, get, set);

    private static SocketOption Flag(
        SocketOptionLevel level, SocketOptionName name, Func<Transport, bool> get, Action<Transport, bool> set) =>
        new(level, name, t => get(t) ? 1 : 0, (t, value) => Change(t, () => set(t, value != 0)));

    private static SocketOption Seconds(
        SocketOptionName name, int most, Func<Transport, TimeSpan> get, Action<Transport, TimeSpan> set)
    {
        SocketError Set(Transport t, int value) =>
            value < 1 || value > most ? SocketError.InvalidArgument : Change(t, () => set(t, TimeSpan.FromSeconds(value)));

        return new SocketOption(OfTcp, name, t => (int)get(t).TotalSeconds, Set) { OnlyFor = SocketType.Stream };
    }

    private static SocketError Change(Transport transport, Action change)
    {
        change();
        transport.ApplySettings();
        return SocketError.Success;
    }
}
