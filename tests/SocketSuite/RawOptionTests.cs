using System.Net.Sockets;
using System.Text;

namespace SocketSuite;

/// <summary>Options by Linux's numbers: IPPROTO_TCP (6), TCP_NODELAY (1), TCP_CONGESTION (13), TCP_USER_TIMEOUT (18).</summary>
public abstract class RawOptionTests(IpFamily ip)
{
    [Fact]
    public Task A_congestion_control_is_chosen_by_its_name() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetRawSocketOption(6, 13, "reno"u8);
        byte[] name = new byte[16];

        Assert.Equal(16, socket.GetRawSocketOption(6, 13, name));
        Assert.Equal("reno", Encoding.ASCII.GetString(name).TrimEnd('\0'));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_congestion_control_that_does_not_exist_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.AddressNotAvailable, Expect.Error(() => socket.SetRawSocketOption(6, 13, "nonesuch"u8)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_number_that_is_cut_short_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetRawSocketOption(6, 1, [1, 0])));
        return Task.CompletedTask;
    });

    // Proves RFC 9293 MUST-21.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(18, 30_000)]
    public Task Numbers_are_kept(int name, int value) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetRawSocketOption(6, name, BitConverter.GetBytes(value));
        byte[] kept = new byte[4];

        Assert.Equal(4, socket.GetRawSocketOption(6, name, kept));
        Assert.Equal(value, BitConverter.ToInt32(kept));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(1, 5, 1, SocketOptionLevel.Socket, SocketOptionName.DontRoute)]
    [InlineData(1, 6, 1, SocketOptionLevel.Socket, SocketOptionName.Broadcast)]
    [InlineData(1, 10, 1, SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline)]
    [InlineData(1, 18, 9, SocketOptionLevel.Socket, SocketOptionName.ReceiveLowWater)]
    [InlineData(0, 1, 16, SocketOptionLevel.IP, SocketOptionName.TypeOfService)]
    [InlineData(0, 2, 9, SocketOptionLevel.IP, SocketOptionName.IpTimeToLive)]
    [InlineData(0, 8, 1, SocketOptionLevel.IP, SocketOptionName.PacketInformation)]
    [InlineData(0, 33, 5, SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive)]
    [InlineData(0, 34, 0, SocketOptionLevel.IP, SocketOptionName.MulticastLoopback)]
    public Task An_option_has_a_name_and_a_number(int level, int number, int value, SocketOptionLevel nameLevel, SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.SetRawSocketOption(level, number, BitConverter.GetBytes(value));
        byte[] kept = new byte[4];

        Assert.Equal(4, socket.GetRawSocketOption(level, number, kept));
        Assert.Equal(value, BitConverter.ToInt32(kept));
        Assert.Equal(value, socket.GetSocketOption(nameLevel, name));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(16, 9)]
    [InlineData(18, 5)]
    [InlineData(19, 0)]
    [InlineData(26, 0)]
    public Task An_option_of_IPv6_is_none_of_a_socket_of_IPv4(int number, int value) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        byte[] kept = new byte[4];
        SocketError error = Expect.Error(() => socket.SetRawSocketOption(41, number, BitConverter.GetBytes(value)));

        Assert.Equal(ip.IsIPv6 ? SocketError.Success : SocketError.ProtocolOption, error);
        Assert.Equal(ip.IsIPv6 ? SocketError.Success : SocketError.OperationNotSupported, Expect.Error(() => socket.GetRawSocketOption(41, number, kept)));
        Assert.Equal(ip.IsIPv6 ? value : 0, BitConverter.ToInt32(kept));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_unknown_option_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetRawSocketOption(6, 999, new byte[4])));
        return Task.CompletedTask;
    });
}
