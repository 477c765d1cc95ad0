using System.Net.Sockets;

namespace SocketSuite;

public sealed class ConstructionTests
{
    [Theory]
    [InlineData(SocketType.Stream, ProtocolType.Udp, SocketError.ProtocolNotSupported)]
    [InlineData(SocketType.Dgram, ProtocolType.Tcp, SocketError.ProtocolNotSupported)]
    [InlineData(SocketType.Stream, ProtocolType.Icmp, SocketError.ProtocolNotSupported)]
    [InlineData(SocketType.Unknown, ProtocolType.Tcp, SocketError.ProtocolType)]
    [InlineData(SocketType.Seqpacket, ProtocolType.Tcp, SocketError.SocketNotSupported)]
    public Task Types_that_do_not_go_together_are_refused(SocketType type, ProtocolType protocol, SocketError error) => TestBed.Run(() =>
    {
        Assert.Equal(error, Expect.Error(() => _ = new Socket(AddressFamily.InterNetwork, type, protocol)));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(AddressFamily.AppleTalk)]
    [InlineData((AddressFamily)99)]
    public Task Families_that_are_not_there_are_refused(AddressFamily family) => TestBed.Run(() =>
    {
        Assert.Equal(SocketError.AddressFamilyNotSupported, Expect.Error(() => _ = new Socket(family, SocketType.Stream, ProtocolType.Tcp)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_protocol_may_be_left_open() => TestBed.Run(() =>
    {
        using var stream = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        using var datagram = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.IP);

        Assert.Equal(SocketType.Stream, stream.SocketType);
        Assert.Equal(ProtocolType.Unspecified, stream.ProtocolType);
        Assert.Equal(SocketType.Dgram, datagram.SocketType);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Without_a_family_a_socket_has_dual_mode() => TestBed.Run(() =>
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);

        Assert.Equal(AddressFamily.InterNetworkV6, socket.AddressFamily);
        Assert.True(socket.DualMode);
        Assert.False(socket.IsBound);
        return Task.CompletedTask;
    });
}
