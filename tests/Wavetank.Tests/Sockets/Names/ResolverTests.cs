using System.Net;
using System.Net.Sockets;
using Wavetank.Applications;
using Dns = Wavetank.Sockets.Dns;

namespace Wavetank.Tests.Sockets.Names;

/// <summary>What a host with name servers asks, whom, when, and what its programs get.</summary>
public sealed class ResolverTests
{
    private static readonly IPAddress Www = IPAddress.Parse("10.9.9.9");
    private static readonly string[] Good = ["www A 10.9.9.9", "www AAAA fd09::9"];

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void Both_families_are_asked_for_at_once_so_that_a_look_up_takes_one_round_trip()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good));
        lab.Run(async () =>
        {
            Assert.Equal([Www, IPAddress.Parse("fd09::9")], await Dns.GetHostAddressesAsync("www"));
            Assert.Equal(DnsLab.RoundTrip, lab.Now);
        });
        Assert.Equal(2, lab.Queries(0));
    }

    [Fact]
    public void A_family_alone_is_one_query()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good));
        lab.Run(async () => Assert.Equal([Www], await Dns.GetHostAddressesAsync("WWW.", AddressFamily.InterNetwork)));
        Assert.Equal(1, lab.Queries(0));
    }

    [Fact]
    public void Localhost_addresses_and_the_own_name_are_never_asked_for()
    {
        using var lab = new DnsLab(DnsLab.Serving("localhost A 10.1.1.1", "client A 10.1.1.1"));
        lab.Run(async () =>
        {
            Assert.Equal([IPAddress.Loopback, IPAddress.IPv6Loopback], await Dns.GetHostAddressesAsync("localhost"));
            Assert.Equal([IPAddress.Loopback, IPAddress.IPv6Loopback], await Dns.GetHostAddressesAsync("a.Localhost."));
            Assert.Equal([Www], await Dns.GetHostAddressesAsync("10.9.9.9"));
            Assert.Equal(lab.Client.Addresses, await Dns.GetHostAddressesAsync("client"));
            Assert.Equal(lab.Client.Addresses, Dns.GetHostAddresses(""));
            Assert.Equal("localhost", (await Dns.GetHostEntryAsync("127.0.0.1")).HostName);
            Assert.Equal(TimeSpan.Zero, lab.Now);
        });
        Assert.Equal(0, lab.Queries(0));
    }

    [Fact]
    public void A_host_of_the_network_is_unknown_where_the_server_does_not_know_it()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good));
        lab.Run(async () => Assert.Equal((DnsLab.RoundTrip, SocketError.HostNotFound), await lab.Time(() => Dns.GetHostAddressesAsync("dns-1"))));
    }

    [Fact]
    public void A_lost_query_is_repeated_after_five_seconds()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good));
        lab.ClientLink.Cut();
        lab.Network.At(Seconds(1), lab.ClientLink.Restore);
        lab.Run(async () => Assert.Equal((Seconds(5) + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("www"))));
    }

    [Theory]
    [InlineData(1, 5 + 5)]
    [InlineData(2, 5 + 5 + 5 + 5)]
    [InlineData(3, 5 + 3 + 6 + 5 + 3 + 6)]
    public void Silent_servers_are_given_up_after_two_rounds_with_glibcs_patience(int servers, int seconds)
    {
        using var lab = new DnsLab([.. Enumerable.Repeat(DnsLab.Failing(DnsFailure.Silence), servers)]);
        lab.Run(async () => Assert.Equal((Seconds(seconds), SocketError.TryAgain), await lab.Time(() => Dns.GetHostAddressesAsync("www"))));
        Assert.All(Enumerable.Range(0, servers), i => Assert.Equal(4, lab.Queries(i)));
    }

    [Fact]
    public void A_dead_first_server_costs_its_timeout_at_every_look_up()
    {
        using var lab = new DnsLab(DnsLab.Failing(DnsFailure.Silence), DnsLab.Serving("www 0 A 10.9.9.9", "www 0 AAAA fd09::9"));
        lab.Run(async () =>
        {
            Assert.Equal((Seconds(5) + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("www")));
            Assert.Equal((Seconds(5) + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("www")));
        });
    }

    [Theory]
    [InlineData(DnsFailure.ServerFailure)]
    [InlineData(DnsFailure.Refused)]
    public void A_server_that_fails_moves_the_query_to_the_next_at_once(DnsFailure failure)
    {
        using var lab = new DnsLab(DnsLab.Failing(failure), DnsLab.Serving(Good));
        lab.Run(async () => Assert.Equal((2 * DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("www"))));
    }

    [Fact]
    public void Where_all_servers_fail_the_error_is_TryAgain_after_two_rounds()
    {
        using var lab = new DnsLab(DnsLab.Failing(DnsFailure.ServerFailure), DnsLab.Failing(DnsFailure.Refused));
        lab.Run(async () => Assert.Equal((4 * DnsLab.RoundTrip, SocketError.TryAgain), await lab.Time(() => Dns.GetHostAddressesAsync("www"))));
    }

    [Fact]
    public void A_host_where_no_server_runs_says_so_and_the_next_is_asked_at_once()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good));
        lab.Client.NameServers = [lab.Network.FindDevice("core") is Wavetank.Devices.Router core ? core.Address : null!, lab.Hosts[0].Address];
        lab.Run(async () => Assert.Equal(
            (DnsLab.RoundTrip / 2 + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("www"))));
    }

    [Fact]
    public void An_unknown_name_and_a_name_without_the_family_are_not_found_as_in_NET_on_Linux()
    {
        using var lab = new DnsLab(DnsLab.Serving("www A 10.9.9.9"));
        lab.Run(async () =>
        {
            Assert.Equal((DnsLab.RoundTrip, SocketError.HostNotFound), await lab.Time(() => Dns.GetHostAddressesAsync("nobody")));
            Assert.Equal((DnsLab.RoundTrip, SocketError.HostNotFound), await lab.Time(() => Dns.GetHostAddressesAsync("www", AddressFamily.InterNetworkV6)));
            Assert.Equal([Www], await Dns.GetHostAddressesAsync("www"));
        });
    }

    [Fact]
    public void An_answer_is_kept_as_long_as_its_TTL_and_then_asked_for_again()
    {
        using var lab = new DnsLab(DnsLab.Serving("www 10 A 10.9.9.9"));
        lab.Run(async () =>
        {
            Assert.Equal(DnsLab.RoundTrip, (await Ask()).Took);
            await Task.Delay(Seconds(9.999), lab.Network.TimeProvider);
            Assert.Equal(TimeSpan.Zero, (await Ask()).Took);
            await Task.Delay(Seconds(0.001), lab.Network.TimeProvider);
            Assert.Equal(DnsLab.RoundTrip, (await Ask()).Took);
        });
        Assert.Equal(2, lab.Queries(0));

        Task<(TimeSpan Took, SocketError)> Ask() => lab.Time(() => Dns.GetHostAddressesAsync("www", AddressFamily.InterNetwork));
    }

    [Fact]
    public void That_a_name_is_not_there_is_kept_as_long_as_the_SOA_says()
    {
        using var lab = new DnsLab(DnsLab.Serving());
        lab.Run(async () =>
        {
            Assert.Equal((DnsLab.RoundTrip, SocketError.HostNotFound), await Ask());
            Assert.Equal((TimeSpan.Zero, SocketError.HostNotFound), await Ask());
            await Task.Delay(Seconds(30), lab.Network.TimeProvider);
            Assert.Equal((DnsLab.RoundTrip, SocketError.HostNotFound), await Ask());
        });

        Task<(TimeSpan, SocketError)> Ask() => lab.Time(() => Dns.GetHostAddressesAsync("nobody"));
    }

    [Fact]
    public void Nothing_is_kept_of_a_failure_nor_without_a_cache()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good));
        lab.Configure(options => options with { Caches = false });
        lab.Run(async () =>
        {
            await Dns.GetHostAddressesAsync("www");
            Assert.Equal(DnsLab.RoundTrip, (await lab.Time(() => Dns.GetHostAddressesAsync("www"))).Took);
        });
        Assert.Equal(4, lab.Queries(0));
    }

    [Fact]
    public void An_alias_is_followed_and_its_end_is_the_host_name()
    {
        using var lab = new DnsLab(DnsLab.Serving([.. Good, "web CNAME shop", "shop CNAME www"]));
        lab.Run(async () =>
        {
            IPHostEntry entry = await Dns.GetHostEntryAsync("web");
            Assert.Equal("www", entry.HostName);
            Assert.Equal([Www, IPAddress.Parse("fd09::9")], entry.AddressList);
        });
    }

    [Fact]
    public void The_name_of_an_address_is_asked_for_and_then_its_addresses()
    {
        using var lab = new DnsLab(new DnsServerOptions());
        lab.Run(async () =>
        {
            IPHostEntry entry = await Dns.GetHostEntryAsync(lab.Hosts[0].Address);
            Assert.Equal(("dns-1", 2 * DnsLab.RoundTrip), (entry.HostName, lab.Now));
            Assert.Equal(lab.Hosts[0].Addresses, entry.AddressList);
            Assert.Equal(SocketError.HostNotFound, (await lab.Time(() => Dns.GetHostEntryAsync(IPAddress.Parse("192.0.2.1")))).Error);
        });
    }

    [Fact]
    public void Short_names_are_looked_for_in_the_search_domains_first()
    {
        using var lab = new DnsLab(DnsLab.Serving("www.b.lab A 10.9.9.9", "x.y A 10.1.1.1"));
        lab.Configure(options => options with { SearchDomains = ["a.lab", "b.lab"] });
        lab.Run(async () =>
        {
            Assert.Equal((2 * DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("www")));
            Assert.Equal((DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => Dns.GetHostAddressesAsync("x.y")));
            Assert.Equal((DnsLab.RoundTrip, SocketError.HostNotFound), await lab.Time(() => Dns.GetHostAddressesAsync("www.")));
        });
    }

    [Fact]
    public void With_rotate_each_look_up_begins_with_the_next_server()
    {
        using var lab = new DnsLab(DnsLab.Serving(Good), DnsLab.Serving(Good));
        lab.Configure(options => options with { Rotate = true, Caches = false });
        lab.Run(async () =>
        {
            for (int i = 0; i < 4; i++)
            {
                await Dns.GetHostAddressesAsync("www", AddressFamily.InterNetwork);
            }
        });
        Assert.Equal((2, 2), (lab.Queries(0), lab.Queries(1)));
    }

    [Fact]
    public void The_same_seed_asks_with_the_same_numbers_and_ports()
    {
        Assert.Equal(Digest(), Digest());

        static byte[] Digest()
        {
            using var lab = new DnsLab(DnsLab.Serving(Good));
            return lab.Capture(() => lab.Run(() => Dns.GetHostAddressesAsync("www")));
        }
    }
}
