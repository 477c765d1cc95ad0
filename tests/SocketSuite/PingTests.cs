using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace SocketSuite;

/// <summary>Only what needs no right to open raw sockets, which the system's arm may not have.</summary>
public sealed class PingTests
{
    [Fact]
    public Task An_unknown_host_cannot_be_asked() => TestBed.Run(async () =>
    {
        using var ping = new Ping();

        PingException exception = await Expect.ThrowsAsync<PingException>(() => ping.SendPingAsync("no-such-host.invalid"));
        Assert.Equal(SocketError.HostNotFound, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
    });

    [Fact]
    public Task Arguments_are_checked() => TestBed.Run(() =>
    {
        using var ping = new Ping();

        Assert.Equal("timeout", Expect.BadArgument<ArgumentOutOfRangeException>(() => ping.Send("localhost", -1)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => ping.Send("localhost", 100, null!)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentException>(() => ping.Send("localhost", 100, new byte[65_501])));
        Assert.Equal("address", Expect.BadArgument<ArgumentException>(() => ping.Send(IPAddress.Any)));
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentNullException>(() => ping.Send((string)null!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task A_disposed_ping_says_so() => TestBed.Run(() =>
    {
        var ping = new Ping();
        ping.Dispose();

        Assert.Throws<ObjectDisposedException>(() => ping.Send(IPAddress.Loopback, 100));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_unknown_host_is_told_by_the_event() => TestBed.Run(async () =>
    {
        using var ping = new Ping();
        var told = new TaskCompletionSource<PingCompletedEventArgs>();
        ping.PingCompleted += (_, e) => told.SetResult(e);
        ping.SendAsync("no-such-host.invalid", "mine");
        PingCompletedEventArgs result = await told.Task;

        Assert.Equal(SocketError.HostNotFound, Assert.IsType<SocketException>(Assert.IsType<PingException>(Assert.IsType<AggregateException>(result.Error).InnerException).InnerException).SocketErrorCode);
        Assert.Equal("mine", result.UserState);
        Assert.False(result.Cancelled);
        Assert.Null(result.Reply);
    });

    [Fact]
    public Task Arguments_of_requests_that_are_told_by_the_event_are_checked() => TestBed.Run(() =>
    {
        using var ping = new Ping();

        Assert.Equal("timeout", Expect.BadArgument<ArgumentOutOfRangeException>(() => ping.SendAsync("localhost", -1, null)));
        Assert.Equal("buffer", Expect.BadArgument<ArgumentNullException>(() => ping.SendAsync("localhost", 100, null!, null)));
        Assert.Equal("address", Expect.BadArgument<ArgumentException>(() => ping.SendAsync(IPAddress.Any, null)));
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentNullException>(() => ping.SendAsync((string)null!, null)));
        ping.SendAsyncCancel();
        return Task.CompletedTask;
    });
}
