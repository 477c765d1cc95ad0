using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Links;
using Wavetank.Stack.Names;
using Dns = Wavetank.Sockets.Dns;

namespace Wavetank.Tests.Devices.Faults;

/// <summary>
/// A client asks a name server, 10 ms away, for a name that is never kept: what it is told, and how long it takes. Without an answer it
/// asks again after 5 s, and gives up after 10 (resolv.conf's defaults).
/// </summary>
public sealed class NameServerFaultTests : IDisposable
{
    private readonly Network _network = new(seed: 1);
    private readonly Host _client;
    private readonly Host _server;
    private readonly List<string> _log = [];

    public NameServerFaultTests()
    {
        _client = _network.AddHost("client");
        _server = _network.AddHost("server");
        _network.Connect(_client, _server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(10) });
        _client.NameServers = [_server.Address];
        var zone = new DnsZone(ttl: TimeSpan.Zero) { IncludesHosts = true };
        _server.AddService(() => new DnsServer(new DnsServerOptions { Zones = [zone] }).RunAsync(_server.TimeProvider, _network.Simulator.CreateRandomStream("dns")));
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Queries_are_not_answered_until_the_fault_ends()
    {
        Begin(1, 2, NameServerFailure.Silence);
        Begin(20, 30, NameServerFailure.Silence);
        LookUp(0.5, 1.5, 20);
        _network.Run(TimeSpan.FromSeconds(60));

        // Asked at 1.5 s, and again 5 s later, when the first fault is long over.
        Assert.Equal(["0.5: Success after 0.02", "1.5: Success after 5.02", "20: TryAgain after 10"], _log);
    }

    [Theory]
    [InlineData(NameServerFailure.ServerFailure)]
    [InlineData(NameServerFailure.Refused)]
    public void A_server_that_says_that_it_fails_costs_no_time(NameServerFailure failure)
    {
        Begin(1, 2, failure);
        LookUp(0.5, 1.5, 2.5);
        _network.Run(TimeSpan.FromSeconds(60));

        // The only server is asked twice, each time it says so a round trip later.
        Assert.Equal(["0.5: Success after 0.02", "1.5: TryAgain after 0.04", "2.5: Success after 0.02"], _log);
    }

    [Fact]
    public void Of_two_at_once_the_later_holds_and_the_earlier_is_there_again_afterwards()
    {
        Begin(1, 4, NameServerFailure.ServerFailure);
        Begin(2, 3, NameServerFailure.Silence);
        LookUp(1.5, 2.5, 3.5, 4.5);
        _network.Run(TimeSpan.FromSeconds(60));
        Assert.Equal(
            ["1.5: TryAgain after 0.04", "3.5: TryAgain after 0.04", "4.5: Success after 0.02", "2.5: Success after 5.02"], _log);
    }

    [Fact]
    public void A_server_that_is_started_again_fails_on()
    {
        Begin(1, 4, NameServerFailure.ServerFailure);
        _network.Faults.Begin(new CrashFault(_server), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.5));
        LookUp(3, 5);
        _network.Run(TimeSpan.FromSeconds(60));
        Assert.Equal(["3: TryAgain after 0.04", "5: Success after 0.02"], _log);
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var fault = new NameServerFault(_server, NameServerFailure.ServerFailure);
        Assert.Equal(("fail-name-server server", "failure: servfail"), (fault.ToString(), fault.Details));
    }

    private void Begin(double from, double until, NameServerFailure failure) =>
        _network.Faults.Begin(new NameServerFault(_server, failure), TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(until - from));

    private void LookUp(params double[] seconds)
    {
        foreach (double second in seconds)
        {
            _client.Run(
                async () =>
                {
                    SocketError error = SocketError.Success;
                    try
                    {
                        await Dns.GetHostAddressesAsync("server");
                    }
                    catch (SocketException exception)
                    {
                        error = exception.SocketErrorCode;
                    }

                    _log.Add(FormattableString.Invariant($"{second}: {error} after {_network.Now.TotalSeconds - second:0.##}"));
                },
                delay: TimeSpan.FromSeconds(second));
        }
    }
}
