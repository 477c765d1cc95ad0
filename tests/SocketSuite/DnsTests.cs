using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public sealed class DnsTests
{
    [Fact]
    public Task Localhost_is_the_loopback() => TestBed.Run(async () =>
    {
        Assert.Contains(IPAddress.Loopback, Dns.GetHostAddresses("localhost"));
        Assert.Contains(IPAddress.Loopback, await Dns.GetHostAddressesAsync("localhost"));
        Assert.Equal([IPAddress.Loopback], Dns.GetHostAddresses("localhost", AddressFamily.InterNetwork));
    });

    [Fact]
    public Task An_address_is_its_own_answer() => TestBed.Run(() =>
    {
        Assert.Equal([IPAddress.Parse("10.1.2.3")], Dns.GetHostAddresses("10.1.2.3"));
        Assert.Empty(Dns.GetHostAddresses("10.1.2.3", AddressFamily.InterNetworkV6));
        return Task.CompletedTask;
    });

    [Fact]
    public Task An_unknown_name_is_not_found() => TestBed.Run(async () =>
    {
        Assert.Equal(SocketError.HostNotFound, Expect.Error(() => Dns.GetHostAddresses("no-such-host.invalid")));
        Assert.Equal(SocketError.HostNotFound, Expect.Error(() => Dns.GetHostEntry("no-such-host.invalid")));
        Assert.Equal(SocketError.HostNotFound, await Expect.ErrorAsync(() => Dns.GetHostAddressesAsync("no-such-host.invalid")));
        Assert.Equal(SocketError.HostNotFound, await Expect.ErrorAsync(() => Dns.GetHostEntryAsync("no-such-host.invalid")));
    });

    [Fact]
    public Task An_entry_has_name_and_addresses() => TestBed.Run(async () =>
    {
        IPHostEntry byName = Dns.GetHostEntry("localhost");
        IPHostEntry byAddress = await Dns.GetHostEntryAsync(IPAddress.Loopback);

        Assert.Equal("localhost", byName.HostName);
        Assert.Contains(IPAddress.Loopback, byName.AddressList);
        Assert.Equal("localhost", byAddress.HostName);
        Assert.Empty(byName.Aliases);
    });

    [Fact]
    public Task The_host_knows_its_own_name_and_addresses() => TestBed.RunPair(
        _ => Task.CompletedTask,
        _ =>
        {
            Assert.NotEmpty(Dns.GetHostName());
            Assert.NotEmpty(Dns.GetHostAddresses(""));
            return Task.CompletedTask;
        });

    [Fact]
    public Task Bad_names_are_refused() => TestBed.Run(async () =>
    {
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentNullException>(() => Dns.GetHostAddresses(null!)));
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentNullException>(() => Dns.GetHostEntry((string)null!)));
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentException>(() => Dns.GetHostAddresses("0.0.0.0")));
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentException>(() => Dns.GetHostEntry("0.0.0.0")));
        Assert.Equal("address", Expect.BadArgument<ArgumentException>(() => Dns.GetHostEntry(IPAddress.Any)));
        Assert.Equal("hostName", Expect.BadArgument<ArgumentOutOfRangeException>(() => Dns.GetHostAddresses(new string('a', 256))));
        await Expect.ThrowsAsync<TaskCanceledException>(() => Dns.GetHostAddressesAsync("localhost", new CancellationToken(true)));
    });
}
