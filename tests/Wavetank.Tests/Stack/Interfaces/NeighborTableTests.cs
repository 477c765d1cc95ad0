using Wavetank.Devices;
using Wavetank.Packets;
using Wavetank.Stack.Interfaces.Neighbors;
using Wavetank.Tests.Stack.Ip.Support;
using Wavetank.Tests.Stack.Udp;

namespace Wavetank.Tests.Stack.Interfaces;

/// <summary>How many neighbors a host remembers, and whom it forgets for others.</summary>
public sealed class NeighborTableTests : IDisposable
{
    private static readonly MacAddress Forged = MacAddress.Numbered(7777);

    private readonly Network _network = new();
    private readonly Host _host;
    private readonly Host _peer;
    private readonly NeighborCache _cache;

    public NeighborTableTests()
    {
        (_host, _peer) = (_network.AddHost("host"), _network.AddHost("peer"));
        Switch item = _network.AddSwitch("switch");
        _network.Connect(_host, item);
        _network.Connect(_peer, item);
        _network.Run();
        _cache = _host.Interfaces[0].Interface.Neighbors!;
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_flood_of_forged_senders_takes_bounded_memory(bool v6)
    {
        // Five thousand at once, and five thousand over fifty seconds.
        Hear(v6, from: 1000, count: 5000);
        for (int i = 0; i < 5000; i++)
        {
            int number = 10_000 + i;
            _network.At(TimeSpan.FromMilliseconds(10 * i), () => Hear(v6, number, 1));
        }

        _network.Run();

        Assert.InRange(_cache.Count, 1, NeighborTable.MostByDefault);
    }

    [Fact]
    public void Each_family_has_a_table_of_its_own()
    {
        Hear(v6: false, from: 1000, count: 2000);
        Hear(v6: true, from: 1000, count: 2000);

        Assert.Equal(2 * NeighborTable.MostByDefault, _cache.Count);
    }

    [Fact]
    public void The_oldest_that_nobody_used_for_five_seconds_are_forgotten_first()
    {
        Hear(v6: false, from: 1000, count: NeighborTable.MostByDefault);
        _network.At(TimeSpan.FromSeconds(6), () => Hear(v6: false, from: 5000, count: 1));
        _network.Run();

        // Half of them, as Linux goes down to gc_thresh2.
        Assert.Equal(513, _cache.Count);
        Assert.Null(_cache.Find(At(false, 1000 + 511)));
        Assert.NotNull(_cache.Find(At(false, 1000 + 512)));
        Assert.NotNull(_cache.Find(At(false, 5000)));
    }

    [Fact]
    public void A_device_may_remember_fewer()
    {
        _host.NeighborLimit = 10;
        Hear(v6: false, from: 1000, count: 100);
        Assert.Equal(10, _cache.Count);
        _network.At(TimeSpan.FromSeconds(6), () => Hear(v6: false, from: 5000, count: 1));
        _network.Run();

        Assert.Equal(6, _cache.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => _host.NeighborLimit = 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_neighbor_in_use_and_one_that_is_asked_for_outlive_a_flood(bool v6)
    {
        using UdpProbe receiver = new(_peer, 9, v6 ? Address.IPv6Any : Address.IPv4Any), sender = new(_host, 0, v6 ? Address.IPv6Any : Address.IPv4Any);
        sender.Send(Addresses.At(_peer, 9, v6), 1);
        _network.Run();
        for (int second = 1; second <= 20; second++)
        {
            int from = 1000 * second;
            _network.At(TimeSpan.FromSeconds(second), () => Hear(v6, from, count: 1000));
        }

        // At this time there is room again: what was learnt in the first second is old enough.
        _network.At(TimeSpan.FromSeconds(19.5), () => sender.Send(new TransportAddress(At(v6, 77), 9), 1));
        _network.At(TimeSpan.FromSeconds(21), () => { });
        _network.Run(TimeSpan.FromSeconds(21));

        Assert.Equal(NeighborState.Reachable, _cache.Find(Addresses.Of(_peer, v6))!.State);
        Assert.Equal(NeighborState.Incomplete, _cache.Find(At(v6, 77))!.State);
    }

    [Fact]
    public void Whom_to_forget_is_the_same_in_every_run()
    {
        using var other = new NeighborTableTests();
        foreach (NeighborTableTests lab in (NeighborTableTests[])[this, other])
        {
            for (int second = 0; second < 20; second++)
            {
                int from = 700 * (second + 1);
                lab._network.At(TimeSpan.FromSeconds(second), () => lab.Hear(v6: false, from, count: 700));
            }

            lab._network.Run();
        }

        Assert.Equal(Known(this), Known(other));

        static IEnumerable<int> Known(NeighborTableTests lab) =>
            Enumerable.Range(700, 14_000).Where(number => lab._cache.Find(lab.At(false, number)) is not null);
    }

    /// <summary>Requests for the host's address from forged senders.</summary>
    private void Hear(bool v6, int from, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _cache.OnHeard(At(v6, from + i), Forged, isForUs: true);
        }
    }

    private Address At(bool v6, int number)
    {
        Address own = Addresses.Of(_host, v6);
        return v6 ? new Address(own.High, own.Low + (ulong)number) : Address.FromIPv4(own.IPv4Bits + (uint)number);
    }
}
