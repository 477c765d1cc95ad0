using Wavetank.Devices;
using Wavetank.Packets;

namespace Wavetank.Tests.Stack.Ip.Support;

internal static class Addresses
{
    /// <summary>The address of a family that an interface of a device has.</summary>
    public static Address Of(IpDevice device, bool v6 = false, int index = 0) =>
        v6 ? device.Interfaces[index].Addresses.IPv6 : device.Interfaces[index].Addresses.IPv4;

    public static TransportAddress At(IpDevice device, ushort port, bool v6 = false) => new(Of(device, v6), port);
}
