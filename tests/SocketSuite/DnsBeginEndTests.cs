using System.Net;
using System.Net.Sockets;

namespace SocketSuite;

public sealed class DnsBeginEndTests
{
    [Fact]
    public Task Addresses_come_by_Begin_and_End() => TestBed.Run(async () =>
    {
        IAsyncResult result = await Operations.Begin((callback, state) => Dns.BeginGetHostAddresses("localhost", callback, state));

        Assert.Contains(IPAddress.Loopback, Dns.EndGetHostAddresses(result));
    });

    [Fact]
    public Task Entries_come_by_Begin_and_End() => TestBed.Run(async () =>
    {
        IAsyncResult byName = await Operations.Begin((callback, state) => Dns.BeginGetHostEntry("localhost", callback, state));
        IAsyncResult byAddress = await Operations.Begin((callback, state) => Dns.BeginGetHostEntry(IPAddress.Loopback, callback, state));

        Assert.Contains(IPAddress.Loopback, Dns.EndGetHostEntry(byName).AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.EndGetHostEntry(byAddress).AddressList);
    });

    [Fact]
    public Task An_unknown_name_fails_at_the_end() => TestBed.Run(async () =>
    {
        IAsyncResult result = await Operations.Begin((callback, state) => Dns.BeginGetHostAddresses("no-such-host.invalid", callback, state));

        Assert.NotEqual(SocketError.Success, Expect.Error(() => Dns.EndGetHostAddresses(result)));
    });

    [Fact]
    public Task Missing_arguments_are_named() => TestBed.Run(() =>
    {
        Assert.Equal("hostName", Expect.BadArgument<ArgumentNullException>(() => Dns.BeginGetHostAddresses(null!, null, null)));
        Assert.Equal("hostName", Expect.BadArgument<ArgumentNullException>(() => Dns.BeginGetHostEntry((string)null!, null, null)));
        Assert.Equal("hostName", Expect.BadArgument<ArgumentNullException>(() => _ = Dns.GetHostEntryAsync((string)null!)));
        Assert.Equal("hostName", Expect.BadArgument<ArgumentNullException>(() => _ = Dns.GetHostAddressesAsync(null!, AddressFamily.InterNetwork)));
        Assert.Equal("hostNameOrAddress", Expect.BadArgument<ArgumentNullException>(() => Dns.GetHostAddresses(null!)));
        Assert.Equal("address", Expect.BadArgument<ArgumentNullException>(() => Dns.BeginGetHostEntry((IPAddress)null!, null, null)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentNullException>(() => Dns.EndGetHostAddresses(null!)));
        Assert.Equal("asyncResult", Expect.BadArgument<ArgumentNullException>(() => Dns.EndGetHostEntry(null!)));
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_names_that_were_given_up_answer_too() => TestBed.Run(async () =>
    {
#pragma warning disable CS0618 // Obsolete on the platform, and still there: that is the point.
        Assert.Contains(IPAddress.Loopback, Dns.GetHostByName("localhost").AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.GetHostByAddress("127.0.0.1").AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.GetHostByAddress(IPAddress.Loopback).AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.Resolve("localhost").AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.Resolve("127.0.0.1").AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.EndGetHostByName(await Operations.Begin((callback, state) => Dns.BeginGetHostByName("localhost", callback, state))).AddressList);
        Assert.Contains(IPAddress.Loopback, Dns.EndResolve(await Operations.Begin((callback, state) => Dns.BeginResolve("localhost", callback, state))).AddressList);
        Assert.Equal("hostName", Expect.BadArgument<ArgumentNullException>(() => Dns.GetHostByName(null!)));
        Assert.Equal("hostName", Expect.BadArgument<ArgumentNullException>(() => Dns.Resolve(null!)));
        Assert.Equal("address", Expect.BadArgument<ArgumentNullException>(() => Dns.GetHostByAddress((string)null!)));
#pragma warning restore CS0618
    });
}
