using System.Net;
using System.Net.Sockets;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Engine;
using Wavetank.Engine.Programs;
using Wavetank.Links;
using Wavetank.Recording.Capture;
using Wavetank.Stack.Names;

namespace Wavetank.Tests.Sockets.Names;

/// <summary>A client and name servers, 10 ms from a router each.</summary>
internal sealed class DnsLab : IDisposable
{
    public static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(40);

    private readonly List<DnsServer> _servers = [];

    public DnsLab(params DnsServerOptions[] servers)
    {
        var conditions = new LinkOptions { Delay = RoundTrip / 4 };
        Router core = Network.AddRouter("core");
        Client = Network.AddHost("client");
        ClientLink = Network.Connect(Client, core, conditions);
        List<IPAddress> addresses = [];
        for (int i = 0; i < servers.Length; i++)
        {
            Host host = Network.AddHost($"dns-{i + 1}");
            ServerLinks.Add(Network.Connect(core, host, conditions));
            var server = new DnsServer(servers[i]);
            _servers.Add(server);
            RandomStream random = Network.Simulator.CreateRandomStream($"test/{host.Name}");
            host.Run(() => server.RunAsync(Network.TimeProvider, random));
            addresses.Add(host.Address);
            Hosts.Add(host);
        }

        Client.NameServers = addresses;
    }

    public Network Network { get; } = new();

    public Host Client { get; }

    public Link ClientLink { get; }

    public List<Link> ServerLinks { get; } = [];

    public List<Host> Hosts { get; } = [];

    public TimeSpan Now => Network.Now.ToTimeSpan();

    public static DnsServerOptions Serving(params string[] records)
    {
        var zone = new DnsZone(ttl: TimeSpan.FromSeconds(60), negativeTtl: TimeSpan.FromSeconds(30));
        foreach (string record in records)
        {
            zone.Add(record);
        }

        return new DnsServerOptions { Zones = [zone] };
    }

    public static DnsServerOptions Failing(DnsFailure failure) => new() { Behavior = new DnsBehavior { Failure = failure } };

    public long Queries(int server) => _servers[server].Metrics.Count;

    public void Configure(Func<ResolverOptions, ResolverOptions> change) => Client.Resolver = change(Client.Resolver);

    /// <summary>Runs a program on the client, and everything to the end of it.</summary>
    public void Run(Func<Task> body, TimeSpan delay = default)
    {
        SimulatedProgram program = Client.Run(body, delay: delay);
        Network.Run(TimeSpan.FromHours(1));
        Assert.Equal(ProgramState.Ended, program.State);
    }

    public void RunBlocking(Action body)
    {
        SimulatedProgram program = Client.RunBlocking(body);
        Network.Run(TimeSpan.FromHours(1));
        Assert.Equal(ProgramState.Ended, program.State);
    }

    /// <summary>How long a look-up takes, and its error.</summary>
    public async Task<(TimeSpan Took, SocketError Error)> Time(Func<Task> lookUp)
    {
        TimeSpan start = Now;
        var error = SocketError.Success;
        try
        {
            await lookUp();
        }
        catch (SocketException exception)
        {
            error = exception.SocketErrorCode;
        }

        return (Now - start, error);
    }

    /// <summary>A capture of all links while the body runs.</summary>
    public byte[] Capture(Action body)
    {
        using var stream = new MemoryStream();
        using (var writer = new PcapngWriter(stream, Network.Events, CapturePoint.All(Network.Events)))
        {
            Network.Events.Subscribe(writer);
            body();
        }

        return stream.ToArray();
    }

    public void Dispose() => Network.Dispose();
}
