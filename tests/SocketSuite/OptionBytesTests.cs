using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Options as the bytes that Linux has for them.</summary>
public abstract class OptionBytesTests(IpFamily ip)
{
    private const SocketOptionLevel OfSocket = SocketOptionLevel.Socket;

    [Fact]
    public Task An_option_is_set_by_its_bytes() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(OfSocket, SocketOptionName.KeepAlive, [1, 0, 0, 0]);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, [44, 1, 0, 0]);

        Assert.Equal(1, socket.GetSocketOption(OfSocket, SocketOptionName.KeepAlive));
        Assert.Equal(300, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        return Task.CompletedTask;
    });

    [Fact]
    public Task No_bytes_are_a_fault() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.Fault, Expect.Error(() => socket.SetSocketOption(OfSocket, SocketOptionName.KeepAlive, Array.Empty<byte>())));
        Assert.Equal(SocketError.Fault, Expect.Error(() => socket.SetSocketOption(OfSocket, SocketOptionName.KeepAlive, (byte[])null!)));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.SendLowWater)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.Linger)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer)]
    [InlineData(SocketOptionLevel.Tcp, SocketOptionName.NoDelay)]
    public Task Bytes_that_are_cut_short_are_refused(SocketOptionLevel level, SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(level, name, [1])));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(level, name, [1, 0, 0])));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_socket_that_does_not_know_an_option_says_so_before_it_counts_the_bytes() => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();

        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => datagrams.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay, [1])));
        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => stream.SetSocketOption(OfSocket, SocketOptionName.DontLinger, [1])));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Bytes_behind_the_number_do_not_count() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, [9, 0, 0, 0, 7, 7]);

        Assert.Equal(9, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionName.IpTimeToLive, 9)]
    [InlineData(SocketOptionName.TypeOfService, 16)]
    [InlineData(SocketOptionName.MulticastLoopback, 0)]
    [InlineData(SocketOptionName.PacketInformation, 1)]
    public Task An_option_of_IPv4_is_one_byte_too(SocketOptionName name, byte value) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.SetSocketOption(SocketOptionLevel.IP, name, [value]);

        Assert.Equal((int)value, socket.GetSocketOption(SocketOptionLevel.IP, name));
        Assert.Equal(new[] { value }, socket.GetSocketOption(SocketOptionLevel.IP, name, 3));
        Assert.Equal(new byte[] { value, 0, 0, 0 }, socket.GetSocketOption(SocketOptionLevel.IP, name, 4));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionName.ReuseAddress)]
    [InlineData(SocketOptionName.ExclusiveAddressUse)]
    public Task Whether_an_address_is_shared_has_four_bytes(SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(OfSocket, name, [1, 0, 0, 0]);

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(OfSocket, name, [0, 0, 0, 0, 0])));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.GetSocketOption(OfSocket, name, 5)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.GetSocketOption(OfSocket, name, 3)));
        Assert.Equal(new byte[] { 1, 0, 0, 0 }, socket.GetSocketOption(OfSocket, name, 4));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_timeout_has_seconds_and_microseconds() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.ReceiveTimeout = 3_000;

        Assert.Equal(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, socket.GetSocketOption(OfSocket, SocketOptionName.ReceiveTimeout, 20));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(OfSocket, SocketOptionName.ReceiveTimeout, [1, 0, 0, 0])));
        socket.SetSocketOption(OfSocket, SocketOptionName.SendTimeout, [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(new byte[] { 2, 0 }, socket.GetSocketOption(OfSocket, SocketOptionName.SendTimeout, 2));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_linger_state_has_eight_bytes() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(OfSocket, SocketOptionName.Linger, [1, 0, 0, 0, 5, 0, 0, 0]);

        Assert.True(socket.LingerState!.Enabled);
        Assert.Equal(5, socket.LingerState.LingerTime);
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(OfSocket, SocketOptionName.Linger, [1, 0, 0, 0])));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(OfSocket, SocketOptionName.Linger, 1)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Only_a_linger_state_and_a_membership_are_objects() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal("optionValue", Expect.BadArgument<ArgumentException>(() => socket.SetSocketOption(OfSocket, SocketOptionName.Linger, new object())));
        Assert.Equal("optionValue", Expect.BadArgument<ArgumentException>(
            () => socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new LingerOption(false, 0))));
        Assert.Equal("optionValue", Expect.BadArgument<ArgumentException>(() => socket.SetSocketOption(OfSocket, SocketOptionName.KeepAlive, new LingerOption(false, 0))));
        Assert.Equal("optionValue", Expect.BadArgument<ArgumentNullException>(() => socket.SetSocketOption(OfSocket, SocketOptionName.Linger, (object)null!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task As_many_bytes_are_given_as_are_asked_for_and_there() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 300);
        byte[] room = [9, 9, 9, 9, 9, 9];
        socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, room);

        Assert.Equal(new byte[] { 44, 1, 0, 0, 9, 9 }, room);
        Assert.Equal(new byte[] { 44, 1 }, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 2));
        Assert.Empty(socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 0));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.Type)]
    [InlineData(SocketOptionLevel.Tcp, SocketOptionName.Error)]
    public Task What_the_platform_translates_is_had_whole(SocketOptionLevel level, SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(4, socket.GetSocketOption(level, name, 4).Length);
        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => socket.GetSocketOption(level, name, 3)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task No_options_of_IP_are_set_at_first() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.IPOptions));
        Assert.Empty(socket.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.IPOptions, 8));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.IPOptions, 255)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_control_code_needs_room_for_its_answer() => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();

        Assert.Equal(SocketError.Fault, Expect.Error(() => stream.IOControl(IOControlCode.DataToRead, null, null)));
        Assert.Equal(SocketError.Fault, Expect.Error(() => stream.IOControl(IOControlCode.DataToRead, null, new byte[3])));
        Assert.Equal(4, stream.IOControl(IOControlCode.OobDataRead, null, new byte[4]));
        Assert.Equal(SocketError.SocketError, Expect.Error(() => datagrams.IOControl(IOControlCode.OobDataRead, null, new byte[4])));
        return Task.CompletedTask;
    });
}
