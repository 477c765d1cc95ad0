using System.Net.Sockets;

namespace SocketSuite;

public abstract class OptionTests(IpFamily ip)
{
    [Fact]
    public Task A_stream_socket_has_the_defaults_of_Linux() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.False(socket.NoDelay);
        Assert.Equal(64, socket.Ttl);
        Assert.True(socket.ExclusiveAddressUse);
        Assert.False(socket.EnableBroadcast);
        Assert.True(socket.MulticastLoopback);
        Assert.False(socket.DualMode);
        Assert.True(socket.Blocking);
        Assert.Equal(0, socket.ReceiveTimeout);
        Assert.Equal(0, socket.SendTimeout);
        Assert.False(socket.LingerState!.Enabled);
        Assert.Equal(0, socket.LingerState.LingerTime);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Dont_fragment_is_an_option_of_IPv4_sockets() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        if (ip.IsIPv6)
        {
            Assert.Throws<NotSupportedException>(() => socket.DontFragment);
            Assert.Throws<NotSupportedException>(() => socket.DontFragment = true);
        }
        else
        {
            Assert.False(socket.DontFragment);
            socket.DontFragment = true;
            Assert.True(socket.DontFragment);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task No_delay_is_kept() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.NoDelay = true;

        Assert.True(socket.NoDelay);
        Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.NoDelay));
        return Task.CompletedTask;
    });

    [Fact]
    public Task No_delay_is_no_option_of_a_datagram_socket() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        // Linux asks the options of the IP version first, and each refuses in its own way.
        Assert.Equal(ip.IsIPv6 ? SocketError.ProtocolOption : SocketError.OperationNotSupported, Expect.Error(() => _ = socket.NoDelay));
        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.NoDelay = true));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(0, 2304, 4608)]
    [InlineData(1000, 2304, 4608)]
    [InlineData(4096, 8192, 8192)]
    [InlineData(65536, 131072, 131072)]
    [InlineData(100000, 200000, 200000)]
    public Task Buffer_sizes_are_doubled(int asked, int receive, int send) => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagram = ip.Udp();
        foreach (Socket socket in new[] { stream, datagram })
        {
            socket.ReceiveBufferSize = asked;
            socket.SendBufferSize = asked;

            Assert.Equal(receive, socket.ReceiveBufferSize);
            Assert.Equal(send, socket.SendBufferSize);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task Negative_buffer_sizes_are_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Throws<ArgumentOutOfRangeException>(() => socket.ReceiveBufferSize = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.SendBufferSize = -1);
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(255)]
    public Task A_time_to_live_is_kept(short value) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.Ttl = value;

        Assert.Equal(value, socket.Ttl);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_time_to_live_out_of_range_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        // A hop limit of zero, unlike a time to live, is taken.
        Assert.Equal(ip.IsIPv6 ? SocketError.Success : SocketError.InvalidArgument, Expect.Error(() => socket.Ttl = 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.Ttl = -1);
        Assert.Throws<ArgumentOutOfRangeException>(() => socket.Ttl = 256);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_linger_state_is_kept() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.LingerState = new LingerOption(true, 7);

        Assert.True(socket.LingerState.Enabled);
        Assert.Equal(7, socket.LingerState.LingerTime);
        Assert.Equal(new byte[] { 1, 0, 0, 0, 7, 0, 0, 0 }, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Linger, 8));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_linger_state_out_of_range_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal("optionValue", Expect.BadArgument<ArgumentNullException>(() => socket.LingerState = null!));
        Assert.Throws<ArgumentException>(() => socket.LingerState = new LingerOption(true, 70_000));
        Assert.Throws<ArgumentException>(() => socket.LingerState = new LingerOption(true, -1));
        return Task.CompletedTask;
    });

    // Proves RFC 9293 MUST-25, MUST-28.
    [Fact]
    public Task Keep_alive_has_the_defaults_of_Linux() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(7200, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(75, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(9, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
        return Task.CompletedTask;
    });

    // Proves RFC 9293 MUST-24, MUST-27.
    [Fact]
    public Task Keep_alive_is_kept() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 5);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 3);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 2);

        Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(5, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(3, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(2, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 0)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Exclusive_use_and_reuse_are_opposites() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        Assert.False(socket.ExclusiveAddressUse);

        socket.ExclusiveAddressUse = true;

        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Exclusive_use_is_chosen_before_binding() => TestBed.Run(() =>
    {
        using Socket socket = ip.BoundTcp();

        Assert.Throws<InvalidOperationException>(() => socket.ExclusiveAddressUse = true);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Broadcast_is_an_option_of_datagram_sockets() => TestBed.Run(() =>
    {
        using Socket datagram = ip.Udp();
        using Socket stream = ip.Tcp();
        datagram.EnableBroadcast = true;
        stream.EnableBroadcast = true;

        Assert.True(datagram.EnableBroadcast);
        Assert.False(stream.EnableBroadcast);
        return Task.CompletedTask;
    });

    [Fact]
    public Task Sockets_know_what_they_are() => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagram = ip.Udp();
        using Socket listener = ip.Listener();

        Assert.Equal((int)SocketType.Stream, stream.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Type));
        Assert.Equal((int)SocketType.Dgram, datagram.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Type));
        Assert.Equal(0, stream.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection));
        Assert.Equal(1, listener.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection));
        Assert.Equal(0, stream.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.DontLinger)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.UseLoopback)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.MaxConnections)]
    [InlineData(SocketOptionLevel.Tcp, SocketOptionName.BsdUrgent)]
    public Task Options_that_Linux_does_not_know_are_refused(SocketOptionLevel level, SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => socket.GetSocketOption(level, name)));
        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => socket.SetSocketOption(level, name, 1)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Type_of_service_is_kept() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, 0x10);

        Assert.Equal(0x10, socket.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_bytes_that_can_be_read_are_told_by_a_control_code() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        await pair.Client.SendAsync(Sockets.Text("abc"));
        await Expect.UntilAsync(() => pair.Server.Available == 3);
        byte[] answer = new byte[4];

        Assert.Equal(4, pair.Server.IOControl(IOControlCode.DataToRead, null, answer));
        Assert.Equal(3, BitConverter.ToInt32(answer));
        Assert.Throws<PlatformNotSupportedException>(() => pair.Server.IOControl(unchecked((int)0x98000004), new byte[12], null));
        Assert.Throws<InvalidOperationException>(() => pair.Server.IOControl(IOControlCode.NonBlockingIO, new byte[4], null));
    });

    [Fact]
    public Task A_negative_size_of_a_buffer_is_a_large_one() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveBuffer, -1);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendBuffer, -1);

        Assert.InRange(socket.ReceiveBufferSize, 200_000, int.MaxValue);
        Assert.InRange(socket.SendBufferSize, 200_000, int.MaxValue);
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_timeout_of_minus_one_is_for_properties_alone() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SendTimeout = -1;
        socket.ReceiveTimeout = -1;

        Assert.Equal((0, 0), (socket.SendTimeout, socket.ReceiveTimeout));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.SendTimeout, -1)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout, -1)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Exclusive_use_is_zero_or_one() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, 2)));
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ExclusiveAddressUse, 0);
        Assert.False(socket.ExclusiveAddressUse);
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_error_is_there_at_every_level() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.Error));
        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.Error));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_stream_remembers_broadcasting_as_a_raw_option() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast, 1);

        Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Broadcast));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Streams_keep_the_bits_for_congestion() => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();
        stream.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, 0x13);
        datagrams.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, 0x13);

        Assert.Equal(0x10, stream.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        Assert.Equal(0x13, datagrams.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_hop_limit_is_set_by_the_name_of_time_to_live() => TestBed.Run(() =>
    {
        using Socket socket = IpFamily.IPv6.Tcp();
        socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IpTimeToLive, 9);

        Assert.Equal(9, socket.GetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IpTimeToLive));
        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.HopLimit, 9)));
        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.GetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.HopLimit)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastLoopback, 2)));
        return Task.CompletedTask;
    });
}
