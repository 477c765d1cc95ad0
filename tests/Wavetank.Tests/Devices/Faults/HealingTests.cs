using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Stack.Names;

namespace Wavetank.Tests.Devices.Faults;

/// <summary>Whatever faults there were, and however they overlapped, when all are over everything is as it was.</summary>
public sealed class HealingTests : IDisposable
{
    private readonly Network _network = new(seed: 1);
    private readonly Host[] _hosts;

    public HealingTests()
    {
        _hosts = [_network.AddHost("a"), _network.AddHost("b"), _network.AddHost("c")];
        Router router = _network.AddRouter("router");
        foreach (Host host in _hosts)
        {
            _network.Connect(host, router, new LinkOptions { Delay = TimeSpan.FromMilliseconds(5), Loss = 0.01 });
        }

        _hosts[0].Clock.Set(TimeSpan.FromSeconds(3));
        _hosts[0].AddService(() => Task.CompletedTask);
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Faults_that_overlap_at_random_leave_what_was_there_before(int seed)
    {
        string before = State();
        RandomStream random = new Simulator((ulong)seed).CreateRandomStream("faults");
        for (int i = 0; i < 200; i++)
        {
            _network.Faults.Begin(Draw(random), Milliseconds(random, 60_000), Milliseconds(random, 10_000));
        }

        bool wasOtherwise = false;
        _network.At(TimeSpan.FromSeconds(30), () => wasOtherwise = State() != before);
        _network.Run(TimeSpan.FromSeconds(80));

        Assert.True(wasOtherwise);
        Assert.Equal(400, _network.Faults.Events.Count);
        Assert.Empty(_network.Faults.Active);
        Assert.Equal(before, State());
    }

    // Kinds, in the order of Create, so that each is told by its name.
    [Theory]
    [InlineData(0, "cut")]
    [InlineData(1, "set")]
    [InlineData(2, "flap")]
    [InlineData(3, "partition")]
    [InlineData(4, "crash")]
    [InlineData(5, "stop")]
    [InlineData(6, "pause")]
    [InlineData(7, "clock")]
    [InlineData(8, "fill-listen-queue")]
    [InlineData(9, "exhaust-ports")]
    [InlineData(10, "fail-names")]
    [InlineData(11, "fail-name-server")]
    public void Each_kind_of_fault_leaves_what_was_there_before(int number, string kind)
    {
        string before = State();
        Fault fault = Create(number, new Simulator(1).CreateRandomStream("fault"));
        _network.Faults.Begin(fault, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        string during = before;
        _network.At(TimeSpan.FromSeconds(1.0001), () => during = State());
        _network.Run(TimeSpan.FromSeconds(3));

        Assert.Equal(kind, fault.Kind);
        Assert.NotEqual(before, during);
        Assert.Equal(before, State());
        Assert.Equal([true, false], _network.Faults.Events.Select(happened => happened.IsBegin));
    }

    private static TimeSpan Milliseconds(RandomStream random, long below) => TimeSpan.FromMilliseconds(1 + random.NextInt64(below - 1));

    private Fault Draw(RandomStream random) => Create(random.NextInt64(12), random);

    private Fault Create(long number, RandomStream random)
    {
        Link link = _network.Links[(int)random.NextInt64(3)];
        int first = (int)random.NextInt64(3);
        Host host = _hosts[first], other = _hosts[(first + 1) % 3];
        return number switch
        {
            0 => new CutFault(link),
            1 => new DegradeFault(link, options => options with { Loss = 0.5, Delay = options.Delay * 2 }),
            2 => new FlapFault(link, Milliseconds(random, 500), Milliseconds(random, 500)),
            3 => new PartitionFault([host], [other]) { IsOneWay = random.NextBoolean(0.5), Holds = random.NextBoolean(0.5) },
            4 => new CrashFault(host),
            5 => new StopFault(host),
            6 => new PauseFault(host),
            7 => new ClockFault(host, TimeSpan.FromSeconds(random.NextInt64(100)), random.NextInt64(1000)),
            8 => new FullListenQueueFault(host, 80),
            9 => new PortExhaustionFault(host),
            10 => new NameFailureFault(host),
            _ => new NameServerFault(host, random.NextBoolean(0.5) ? NameServerFailure.Silence : NameServerFailure.Refused),
        };
    }

    private string State() => string.Join('\n', [
        .. _network.Links.Select(link => $"{link.IsUp} {link.Forward} {link.Backward}"),
        .. _hosts.Select(host =>
            $"{host.State} {host.Stack.Gate.IsOpen} {host.Stack.IsDown} {host.Stack.Ip.Barrier is null} {host.Clock.Offset} {host.Clock.DriftPpm} "
            + $"{host.Stack.Tcp.IsFilled(80)} {host.Stack.Tcp.Ports.IsExhausted} {host.Stack.Udp.Ports.IsExhausted} {host.Stack.Resolver.Failures} {host.Stack.NameServing.Failure} {Binds(host)}"),
    ]);

    private static SocketError Binds(Host host)
    {
        SocketError error = host.Stack.Udp.Ports.TryBind(Address.IPv4Any, 0, false, out Wavetank.Stack.Ports.PortBinding? binding);
        binding?.Release();
        return error;
    }
}
