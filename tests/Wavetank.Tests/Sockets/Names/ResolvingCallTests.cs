using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Engine.Programs;
using Dns = Wavetank.Sockets.Dns;
using Ping = Wavetank.Sockets.Ping;
using Socket = Wavetank.Sockets.Socket;
using TcpClient = Wavetank.Sockets.TcpClient;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Sockets.Names;

/// <summary>Every call that takes a host name waits for the name servers, awaited and blocking.</summary>
public sealed class ResolvingCallTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    // The name is not known to the network, so that only the server can have said it.
    private static DnsServerOptions SlowServer => new()
    {
        Zones = [new DnsZone { IncludesHosts = true }.Add("alias CNAME dns-1")],
        Behavior = new DnsBehavior { Delay = () => Slow },
    };

    [Fact]
    public void Awaited_calls_take_the_servers_time()
    {
        using var lab = new DnsLab(SlowServer);
        lab.Configure(options => options with { Caches = false });
        TimeSpan lookUp = Slow + DnsLab.RoundTrip;
        lab.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using var client = new TcpClient();
            using var datagrams = new UdpClient(0);
            using var ping = new Ping();

            Assert.Equal((lookUp + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => socket.ConnectAsync("alias", 53)));
            Assert.Equal((lookUp + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => client.ConnectAsync("alias", 53)));
            Assert.Equal((lookUp, SocketError.Success), await lab.Time(() => datagrams.SendAsync(new byte[1], 1, "alias", 9)));
            Assert.Equal((lookUp + DnsLab.RoundTrip, SocketError.Success), await lab.Time(() => ping.SendPingAsync("alias")));
            Assert.Equal((lookUp, SocketError.HostNotFound), await lab.Time(() => new TcpClient().ConnectAsync("nobody", 53)));
            PingException exception = await Assert.ThrowsAsync<PingException>(() => ping.SendPingAsync("nobody"));
            Assert.Equal(SocketError.HostNotFound, Assert.IsType<SocketException>(exception.InnerException).SocketErrorCode);
        });
    }

    [Fact]
    public void Blocking_calls_take_the_servers_time()
    {
        using var lab = new DnsLab(SlowServer);
        lab.Configure(options => options with { Caches = false });
        TimeSpan lookUp = Slow + DnsLab.RoundTrip;
        lab.RunBlocking(() =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using var datagrams = new UdpClient(0);
            using var ping = new Ping();

            Assert.Equal(lookUp + DnsLab.RoundTrip, Time(() => socket.Connect("alias", 53)));
            Assert.Equal(lookUp + DnsLab.RoundTrip, Time(() => new TcpClient("alias", 53).Dispose()));
            Assert.Equal(lookUp, Time(() => new UdpClient("alias", 9).Dispose()));
            Assert.Equal(lookUp, Time(() => datagrams.Send(new byte[1], 1, "alias", 9)));
            Assert.Equal(lookUp + DnsLab.RoundTrip, Time(() => ping.Send("alias")));
            Assert.Equal(lookUp, Time(() => Assert.Equal("dns-1", Dns.GetHostEntry("alias").HostName)));
            Assert.Equal(2 * lookUp, Time(() => Dns.GetHostEntry(lab.Hosts[0].Address)));
            Assert.Equal(lookUp, Time(() => Assert.Equal(SocketError.HostNotFound, Error(() => Dns.GetHostAddresses("nobody")))));
        });

        TimeSpan Time(Action call)
        {
            TimeSpan start = lab.Now;
            call();
            return lab.Now - start;
        }
    }

    [Fact]
    public void A_blocking_program_gets_TryAgain_from_a_silent_server()
    {
        using var lab = new DnsLab(DnsLab.Failing(DnsFailure.Silence));
        lab.RunBlocking(() =>
        {
            Assert.Equal(SocketError.TryAgain, Error(() => Dns.GetHostAddresses("www")));
            Assert.Equal(TimeSpan.FromSeconds(10), lab.Now);
        });
    }

    [Fact]
    public void A_cancelled_look_up_ends_at_once_and_asks_no_more()
    {
        using var lab = new DnsLab(DnsLab.Failing(DnsFailure.Silence));
        lab.Run(async () =>
        {
            using var time = new CancellationTokenSource(TimeSpan.FromSeconds(1), lab.Network.TimeProvider);
            OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Dns.GetHostAddressesAsync("www", time.Token));
            Assert.Equal(time.Token, exception.CancellationToken);
            Assert.Equal(TimeSpan.FromSeconds(1), lab.Now);

            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            using var again = new CancellationTokenSource(TimeSpan.FromSeconds(1), lab.Network.TimeProvider);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => socket.ConnectAsync("www", 80, again.Token).AsTask());
            Assert.Equal(TimeSpan.FromSeconds(2), lab.Now);
        });
        Assert.Equal(4, lab.Queries(0));
    }

    [Fact]
    public void A_blocking_call_in_an_asynchronous_program_is_refused_and_asks_no_more()
    {
        using var lab = new DnsLab(DnsLab.Failing(DnsFailure.Silence));
        lab.Run(() =>
        {
            ProgramMisuseException exception = Assert.Throws<ProgramMisuseException>(() => Dns.GetHostAddresses("www"));
            Assert.Contains("Async", exception.Message);
            return Task.CompletedTask;
        });

        // One of each family had left; none is repeated.
        Assert.Equal(2, lab.Queries(0));
    }

    [Fact]
    public void An_answer_that_is_kept_needs_no_waiting_even_in_an_asynchronous_program()
    {
        using var lab = new DnsLab(new DnsServerOptions());
        lab.Run(async () =>
        {
            IPAddress[] addresses = await Dns.GetHostAddressesAsync("dns-1");
            Assert.Equal(addresses, Dns.GetHostAddresses("dns-1"));
        });
    }

    [Fact]
    public void Look_ups_of_several_programs_go_on_side_by_side()
    {
        using var lab = new DnsLab(SlowServer);
        lab.RunBlocking(() =>
        {
            for (int i = 0; i < 3; i++)
            {
                lab.Client.RunBlocking(() =>
                {
                    Dns.GetHostAddresses("alias");
                    Assert.Equal(Slow + DnsLab.RoundTrip, lab.Now);
                });
            }
        });
        Assert.Equal(6, lab.Queries(0));
    }

    private static SocketError Error(Action call) => Assert.Throws<SocketException>(call).SocketErrorCode;
}
