using System.Globalization;
using System.Net;
using Wavetank.Devices;
using Wavetank.Devices.Faults;
using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Packets;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Devices.Faults;

/// <summary>Two hosts, a and b, joined by a router; a sends numbered datagrams to b, one each second, and b answers each.</summary>
public sealed class FaultTests : IDisposable
{
    private const int Port = 7;

    private readonly Network _network = new(seed: 1);
    private readonly Host _a;
    private readonly Host _b;
    private readonly Link _link;
    private readonly List<string> _atA = [];
    private readonly List<string> _atB = [];

    public FaultTests()
    {
        _a = _network.AddHost("a");
        _b = _network.AddHost("b");
        Router router = _network.AddRouter("router");
        _link = _network.Connect(_a, router, new LinkOptions { Delay = TimeSpan.FromMilliseconds(100) });
        _network.Connect(router, _b, new LinkOptions { Delay = TimeSpan.FromMilliseconds(100) });
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_partition_stops_what_leaves_or_arrives_while_it_is_there()
    {
        // The first is under way when the partition comes (0.1 to 2.15): 1 is sent within; 2 is sent within and would arrive after it.
        Fault partition = new PartitionFault([_a], [_b]);
        _network.Faults.Begin(partition, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(2.05));
        Run(4);
        Assert.Equal(["3 at 3.2"], _atB);
        Assert.Equal(["3 at 3.4"], _atA);
        Assert.Equal(1, _network.Events.Drops(_b.Stack.Point, DropReason.Partitioned));
        Assert.Equal(2, _network.Events.Drops(_a.Stack.Point, DropReason.Partitioned));
    }

    [Fact]
    public void A_partition_of_one_way_lets_the_other_way_pass()
    {
        _network.Faults.Begin(new PartitionFault([_b], [_a]) { IsOneWay = true });
        Run(3);
        Assert.Equal(["0 at 0.2", "1 at 1.2", "2 at 2.2"], _atB);
        Assert.Empty(_atA);
    }

    [Fact]
    public void A_partition_that_holds_delivers_in_order_when_it_ends()
    {
        _network.Faults.Begin(new PartitionFault([_a], [_b]) { Holds = true }, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));
        Run(4);
        Assert.Equal(["0 at 0.2", "1 at 2.5", "2 at 2.5", "3 at 3.2"], _atB);
        Assert.Equal(0, _network.Events.Drops(_b.Stack.Point, DropReason.Partitioned));
    }

    [Fact]
    public void A_run_without_an_end_waits_for_a_partition_to_end()
    {
        _network.Faults.Begin(new PartitionFault([_a], [_b]) { Holds = true }, TimeSpan.FromSeconds(0.5), TimeSpan.FromHours(2));
        Start(2);
        _network.Run();
        Assert.Equal("1 at 7200.5", _atB[^1]);
    }

    [Fact]
    public void Others_reach_both_sides_of_a_partition()
    {
        Host c = _network.AddHost("c");
        _network.Connect(c, (Router)_network.FindDevice("router"));
        _network.Faults.Partition(_a, _b);
        int heard = 0;
        foreach (Host host in new[] { _a, _b })
        {
            host.Run(async () =>
            {
                using var socket = new UdpClient(Port);
                await socket.ReceiveAsync();
                heard++;
            });
        }

        c.Run(async () =>
        {
            using var socket = new UdpClient(0);
            await socket.SendAsync(new byte[1], new IPEndPoint(_a.Address, Port));
            await socket.SendAsync(new byte[1], new IPEndPoint(_b.Address, Port));
        });
        _network.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(2, heard);
    }

    [Fact]
    public void Overlapping_cuts_end_with_the_last()
    {
        _network.Faults.Begin(new CutFault(_link), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));
        _network.Faults.Begin(new CutFault(_link), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2));
        Run(5);
        Assert.Equal(["0 at 0.2", "4 at 4.2"], _atB);
    }

    [Fact]
    public void Overlapping_changes_of_a_link_leave_what_was_there_before()
    {
        LinkOptions before = _link.Forward;
        _network.Faults.Begin(new DegradeFault(_link, options => options with { Delay = TimeSpan.FromSeconds(1) }), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));
        _network.Faults.Begin(new DegradeFault(_link, options => options with { Loss = 1 }), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        var seen = new List<string>();
        for (int i = 0; i <= 4; i++)
        {
            _network.At(TimeSpan.FromSeconds(i + 0.5), () => seen.Add($"{_link.Forward.Delay.TotalSeconds} {_link.Forward.Loss}"));
        }

        _network.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(["0.1 0", "1 0", "1 1", "0.1 1", "0.1 0"], seen);
        Assert.Equal(before, _link.Forward);
    }

    [Fact]
    public void A_link_flaps_by_turns_and_is_up_afterwards()
    {
        _network.Faults.Begin(new FlapFault(_link, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6.4));
        var up = new List<bool>();
        for (int i = 0; i < 9; i++)
        {
            _network.At(TimeSpan.FromSeconds(i + 0.5), () => up.Add(_link.IsUp));
        }

        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal([true, false, true, true, false, true, true, true, true], up);
    }

    [Fact]
    public void Overlapping_faults_of_a_host_show_the_worst_and_end_in_running()
    {
        _network.Faults.Begin(new PauseFault(_a), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
        _network.Faults.Begin(new CrashFault(_a), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));
        _network.Faults.Begin(new StopFault(_a), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        var states = new List<HostState>();
        for (int i = 0; i < 6; i++)
        {
            _network.At(TimeSpan.FromSeconds(i + 0.5), () => states.Add(_a.State));
        }

        _network.Run(TimeSpan.FromSeconds(10));
        Assert.Equal([HostState.Running, HostState.Paused, HostState.Crashed, HostState.Stopped, HostState.Paused, HostState.Running], states);
    }

    [Fact]
    public void Each_begin_and_end_is_on_record_and_disposing_of_the_handle_ends_the_fault()
    {
        FaultHandle handle = _network.Faults.Cut(_link);
        _network.At(TimeSpan.FromSeconds(2), handle.Dispose);
        _network.At(TimeSpan.FromSeconds(3), handle.Dispose);
        _network.Run(TimeSpan.FromSeconds(5));
        Assert.Equal(["0.000000000 s: cut a-router begins", "2.000000000 s: cut a-router ends"], _network.Faults.Events.Select(item => item.ToString()));
        Assert.Empty(_network.Faults.Active);
    }

    [Fact]
    public void A_fault_that_is_healed_before_it_begins_never_begins()
    {
        FaultHandle handle = _network.Faults.Begin(new CutFault(_link), TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        _network.At(TimeSpan.FromSeconds(1), handle.Heal);
        _network.Run(TimeSpan.FromSeconds(5));
        Assert.Empty(_network.Faults.Events);
        Assert.True(_link.IsUp);
    }

    [Fact]
    public void Faults_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PartitionFault([], [_b]));
        Assert.Throws<ArgumentException>(() => new PartitionFault([_a, _b], [_b]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FlapFault(_link, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
        var fault = new CutFault(_link);
        _network.Faults.Begin(fault);
        Assert.Throws<ArgumentException>(() => _network.Faults.Begin(fault));
        Assert.Throws<ArgumentOutOfRangeException>(() => _network.Faults.Begin(new CutFault(_link), TimeSpan.Zero));
    }

    private string Seconds => _network.Now.ToTimeSpan().TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);

    private void Run(int datagrams)
    {
        Start(datagrams);
        _network.Run(TimeSpan.FromSeconds(datagrams + 2));
    }

    private void Start(int datagrams)
    {
        _b.Run(async () =>
        {
            using var socket = new UdpClient(Port);
            for (int i = 0; ; i++)
            {
                System.Net.Sockets.UdpReceiveResult received = await socket.ReceiveAsync();
                _atB.Add($"{received.Buffer[0]} at {Seconds}");
                await socket.SendAsync(received.Buffer, received.RemoteEndPoint);
            }
        });
        _a.Run(async () =>
        {
            using var socket = new UdpClient(0);
            _ = HearAsync(socket);
            for (byte i = 0; i < datagrams; i++)
            {
                await _network.DelayUntil(SimulationTime.FromTimeSpan(TimeSpan.FromSeconds(i)));
                await socket.SendAsync(new[] { i }, new IPEndPoint(_b.Address, Port));
            }

            await _network.Delay(TimeSpan.FromSeconds(1));
        });
    }

    private async Task HearAsync(UdpClient socket)
    {
        while (true)
        {
            _atA.Add($"{(await socket.ReceiveAsync()).Buffer[0]} at {Seconds}");
        }
    }
}
