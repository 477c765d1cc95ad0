using System.Net.Sockets;

#pragma warning disable CA1416 // That it is Windows' is the point.

namespace SocketSuite;

/// <summary>What Linux has not: the platform refuses it there.</summary>
public abstract class HandleTests(IpFamily ip)
{
    [Fact]
    public Task A_socket_is_not_given_to_another_process() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Throws<PlatformNotSupportedException>(() => socket.DuplicateAndClose(1));
        Assert.Throws<PlatformNotSupportedException>(() => new Socket(default(SocketInformation)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_protection_level_is_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

        Assert.Throws<PlatformNotSupportedException>(() => socket.SetIPProtectionLevel(IPProtectionLevel.Restricted));
        Assert.Equal("level", Expect.BadArgument<ArgumentException>(() => socket.SetIPProtectionLevel(IPProtectionLevel.Unspecified)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Traversal_of_translators_is_refused() => TestBed.Run(() =>
    {
        using var listener = new TcpListener(ip.Loopback, 0);
        using var client = new UdpClient(ip.Family);

        Assert.Throws<PlatformNotSupportedException>(() => listener.AllowNatTraversal(true));
        Assert.Throws<PlatformNotSupportedException>(() => client.AllowNatTraversal(false));
        listener.Start();
        Assert.Throws<InvalidOperationException>(() => listener.AllowNatTraversal(true));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Control_codes_of_Windows_are_refused() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();
        byte[] keepAlive = [1, 0, 0, 0, 100, 0, 0, 0, 100, 0, 0, 0];

        Assert.Throws<PlatformNotSupportedException>(() => socket.IOControl(IOControlCode.KeepAliveValues, keepAlive, null));
        Assert.Throws<PlatformNotSupportedException>(() => socket.IOControl(IOControlCode.EnableCircularQueuing, null, null));
        Assert.Throws<PlatformNotSupportedException>(() => socket.IOControl(unchecked((int)IOControlCode.KeepAliveValues), keepAlive, null));
        Assert.Throws<InvalidOperationException>(() => socket.IOControl(IOControlCode.NonBlockingIO, [1, 0, 0, 0], null));
        return Task.CompletedTask;
    });

    [Fact]
    public Task Overlapped_calls_alone_are_never_asked_for() => TestBed.Run(() =>
    {
        using Socket socket = ip.Tcp();

#pragma warning disable CS0618 // Obsolete on the platform, and still there: that is the point.
        Assert.False(socket.UseOnlyOverlappedIO);
        socket.UseOnlyOverlappedIO = true;
        Assert.False(socket.UseOnlyOverlappedIO);
        Assert.Equal(Socket.OSSupportsIPv6, Socket.SupportsIPv6);
        Assert.Equal(Socket.OSSupportsIPv4, Socket.SupportsIPv4);
#pragma warning restore CS0618
        return Task.CompletedTask;
    });
}
