using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Options that have no property: what they are at first, what they can be set to, and what Linux makes of it.</summary>
public abstract class OptionValueTests(IpFamily ip)
{
    [Theory]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.DontRoute)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.KeepAlive)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.Broadcast)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress)]
    [InlineData(SocketOptionLevel.IP, SocketOptionName.DontFragment)]
    [InlineData(SocketOptionLevel.IP, SocketOptionName.PacketInformation)]
    public Task Flags_are_off_at_first_and_on_by_any_number_but_zero(SocketOptionLevel level, SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();
        foreach (Socket socket in new[] { stream, datagrams })
        {
            Assert.Equal(0, socket.GetSocketOption(level, name));
            socket.SetSocketOption(level, name, -7);
            Assert.Equal(1, socket.GetSocketOption(level, name));
            socket.SetSocketOption(level, name, false);
            Assert.Equal(0, socket.GetSocketOption(level, name));
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task Debugging_is_off_at_first_and_may_need_a_privilege() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Debug));

        SocketError error = Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Debug, 1));

        Assert.Contains(error, new[] { SocketError.Success, SocketError.AccessDenied });
        Assert.Equal(error == SocketError.Success ? 1 : 0, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Debug));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.Type, 1)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.Error, 0)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.AcceptConnection, 0)]
    [InlineData(SocketOptionLevel.Socket, SocketOptionName.SendLowWater, 1)]
    [InlineData(SocketOptionLevel.IP, SocketOptionName.HeaderIncluded, 0)]
    public Task Some_options_only_tell(SocketOptionLevel level, SocketOptionName name, int told) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetSocketOption(level, name, 1)));
        Assert.Equal(told, socket.GetSocketOption(level, name));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(255, 252, 255)]
    [InlineData(256, 0, 0)]
    [InlineData(-1, 252, 255)]
    public Task A_type_of_service_is_a_byte(int set, int onStream, int onDatagrams) => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();
        Assert.Equal(0, stream.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        stream.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, set);
        datagrams.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService, set);

        Assert.Equal(onStream, stream.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        Assert.Equal(onDatagrams, datagrams.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.TypeOfService));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(-1, SocketError.Success, 64)]
    [InlineData(1, SocketError.Success, 1)]
    [InlineData(0, SocketError.InvalidArgument, 7)]
    [InlineData(-2, SocketError.InvalidArgument, 7)]
    [InlineData(256, SocketError.InvalidArgument, 7)]
    public Task A_time_to_live_at_the_level_of_IP_is_one_to_255_or_the_default(int set, SocketError error, int kept) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.IpTimeToLive, 7);

        Assert.Equal(error, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.IpTimeToLive, set)));

        Assert.Equal(kept, socket.GetSocketOption(SocketOptionLevel.IP, SocketOptionName.IpTimeToLive));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(-1, SocketError.Success, 64)]
    [InlineData(0, SocketError.Success, 0)]
    [InlineData(-2, SocketError.InvalidArgument, 7)]
    [InlineData(256, SocketError.InvalidArgument, 7)]
    public Task A_hop_limit_is_zero_to_255_or_the_default(int set, SocketError error, int kept) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        if (!ip.IsIPv6)
        {
            Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IpTimeToLive, set)));
            return Task.CompletedTask;
        }

        socket.Ttl = 7;
        Assert.Equal(error, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IpTimeToLive, set)));

        Assert.Equal(kept, socket.Ttl);
        return Task.CompletedTask;
    });

    // Proves RFC 9293 MUST-27.
    [Theory]
    [InlineData(SocketOptionName.TcpKeepAliveTime, 32_767)]
    [InlineData(SocketOptionName.TcpKeepAliveInterval, 32_767)]
    [InlineData(SocketOptionName.TcpKeepAliveRetryCount, 127)]
    public Task Numbers_of_keep_alive_begin_at_one_and_end_where_Linux_ends_them(SocketOptionName name, int most) => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        socket.SetSocketOption(SocketOptionLevel.Tcp, name, 1);
        socket.SetSocketOption(SocketOptionLevel.Tcp, name, most);

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Tcp, name, 0)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Tcp, name, -1)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Tcp, name, most + 1)));
        Assert.Equal(most, socket.GetSocketOption(SocketOptionLevel.Tcp, name));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionName.NoDelay)]
    [InlineData(SocketOptionName.TcpKeepAliveTime)]
    [InlineData(SocketOptionName.TcpKeepAliveRetryCount)]
    [InlineData(SocketOptionName.FastOpen)]
    public Task Options_of_streams_are_none_of_datagram_sockets(SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.Tcp, name, 1)));
        Assert.Equal(ip.IsIPv6 ? SocketError.ProtocolOption : SocketError.OperationNotSupported, Expect.Error(() => socket.GetSocketOption(SocketOptionLevel.Tcp, name)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Fast_open_is_kept_before_there_is_a_connection() => TestBed.Run(async () =>
    {
        using Connection pair = await Connection.MakeAsync(ip);
        Assert.Equal(0, pair.Listener.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.FastOpen));
        pair.Listener.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.FastOpen, 5);

        Assert.Equal(5, pair.Listener.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.FastOpen));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => pair.Listener.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.FastOpen, -1)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => pair.Client.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.FastOpen, 5)));
    });

    [Fact]
    public Task Whether_it_speaks_IPv6_alone_is_chosen_before_a_socket_is_bound() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();
        if (ip.IsIPv6)
        {
            Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only));
            socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only, 0);
            Assert.True(socket.DualMode);
            socket.Bind(new IPEndPoint(ip.Any, 0));
            Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.DualMode = false));
            Assert.Equal(0, socket.GetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only));
        }
        else
        {
            Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => socket.GetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only)));
            Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.IPv6Only, 0)));
            Assert.Throws<NotSupportedException>(() => socket.DualMode = true);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public Task A_hop_limit_of_packets_that_come_is_no_number_to_set() => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.HopLimit, 1)));
        Assert.Equal(
            ip.IsIPv6 ? SocketError.ProtocolOption : SocketError.OperationNotSupported,
            Expect.Error(() => socket.GetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.HopLimit)));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionName.AddMembership)]
    [InlineData(SocketOptionName.DropMembership)]
    public Task A_membership_is_no_number(SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket stream = ip.Tcp();
        using Socket datagrams = ip.Udp();

        Assert.Equal(SocketError.SocketError, Expect.Error(() => stream.SetSocketOption(SocketOptionLevel.IP, name, 1)));
        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => datagrams.SetSocketOption(SocketOptionLevel.IP, name, 1)));
        Assert.Equal(SocketError.OperationNotSupported, Expect.Error(() => datagrams.SetSocketOption(SocketOptionLevel.IPv6, name, 1)));
        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => datagrams.GetSocketOption(SocketOptionLevel.IP, name)));
        return Task.CompletedTask;
    });

    [Theory]
    [InlineData(SocketOptionName.AddSourceMembership)]
    [InlineData(SocketOptionName.DropSourceMembership)]
    [InlineData(SocketOptionName.BlockSource)]
    [InlineData(SocketOptionName.UnblockSource)]
    public Task A_source_of_a_group_is_no_number(SocketOptionName name) => TestBed.Run(() =>
    {
        using Socket socket = ip.Udp();

        Assert.Equal(SocketError.InvalidArgument, Expect.Error(() => socket.SetSocketOption(SocketOptionLevel.IP, name, 1)));
        Assert.Equal(SocketError.ProtocolOption, Expect.Error(() => socket.GetSocketOption(SocketOptionLevel.IP, name)));
        return Task.CompletedTask;
    });
}
