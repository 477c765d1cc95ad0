using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Schedules;

namespace Wavetank.Tests.Links.Schedules;

/// <summary>What holds of every schedule.</summary>
public abstract class ScheduleConformance
{
    private const int Many = 2000;
    private const long Step = 7_000_000;

    /// <summary>A definition that loses nothing of itself.</summary>
    protected abstract ScheduleOptions Options { get; }

    [Fact]
    public void It_is_right_and_so_is_every_step_that_it_gives()
    {
        Options.Validate();
        Assert.All(Ask(1), step => step?.Validate());
    }

    [Fact]
    public void The_same_seed_gives_the_same() => Assert.Equal(Ask(5), Ask(5));

    [Fact]
    public void A_step_is_the_same_object_until_another_begins()
    {
        LinkSchedule schedule = Options.Create(new RandomStream(1, "test"));
        for (int i = 0; i < Many; i++)
        {
            Assert.Same(schedule.At(i * Step), schedule.At(i * Step));
        }
    }

    [Fact]
    public void What_holds_at_a_time_does_not_depend_on_who_asked_before()
    {
        ScheduleStep?[] all = Ask(3);
        LinkSchedule schedule = Options.Create(new RandomStream(3, "test"));
        for (int i = 0; i < Many; i += 13)
        {
            Assert.Equal(all[i], schedule.At(i * Step));
        }
    }

    [Fact]
    public void It_goes_on_where_other_conditions_change() => Assert.Equal(Arrivals(_ => { }), Arrivals(rig =>
    {
        for (int i = 1; i < 50; i++)
        {
            int limit = 1_000_000 + i;
            rig.At(i * 7, () => rig.Link.Change(rig.Link.Forward with { Limit = limit, Corrupt = 0 }));
        }
    }));

    [Fact]
    public void Every_packet_arrives_once_and_in_its_order() =>
        Assert.Equal(Enumerable.Range(1, Many).Select(number => (long)number), Arrivals(_ => { }).Select(arrival => arrival.Number));

    [Fact]
    public void It_allocates_nothing_while_nothing_changes()
    {
        LinkSchedule schedule = Options.Create(new RandomStream(1, "test"));

        Assert.Equal(0, AllocationMeter.Measure(() =>
        {
            for (int i = 0; i < Many; i++)
            {
                schedule.At(Step);
            }
        }));
    }

    private ScheduleStep?[] Ask(ulong seed)
    {
        LinkSchedule schedule = Options.Create(new RandomStream(seed, "test"));
        return [.. Enumerable.Range(0, Many).Select(i => schedule.At(i * Step))];
    }

    private List<(long Number, long Time)> Arrivals(Action<LinkRig> disturb)
    {
        using var rig = new LinkRig(new LinkOptions { Rate = DataRate.Mbps(10), Delay = TimeSpan.FromMilliseconds(3), Schedule = Options, Queue = QueueOptions.Packets(Many) });
        rig.SendMany(Many, every: 0.3);
        disturb(rig);
        rig.Run();
        return rig.Arrived;
    }
}
