using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Schedules;

namespace Wavetank.Tests.Links.Schedules;

/// <summary>Rate, delay and loss that change with time.</summary>
public sealed class ScheduleTests
{
    private static readonly ScheduleStep[] FastThenSlow =
    [
        new(TimeSpan.Zero) { Rate = DataRate.Mbps(12) },
        new(TimeSpan.FromMilliseconds(100)) { Rate = DataRate.Mbps(1.2), Delay = TimeSpan.FromMilliseconds(50) },
    ];

    [Fact]
    public void Steps_hold_from_their_time_on()
    {
        using var rig = new LinkRig(new LinkOptions { Delay = TimeSpan.FromMilliseconds(5), Schedule = new StepScheduleOptions(FastThenSlow) });
        rig.SendAt(0);
        rig.SendAt(99);
        rig.SendAt(100);
        rig.SendAt(1000);
        rig.Run();
        Assert.Equal([LinkRig.Ms(6), LinkRig.Ms(105), LinkRig.Ms(160), LinkRig.Ms(1060)], rig.Arrived.Select(arrival => arrival.Time));
    }

    [Fact]
    public void A_repeated_schedule_begins_with_the_links_own_conditions()
    {
        using var rig = new LinkRig(new LinkOptions
        {
            Delay = TimeSpan.FromMilliseconds(5),
            Schedule = new StepScheduleOptions(FastThenSlow) { Repeat = TimeSpan.FromMilliseconds(200) },
        });
        rig.SendAt(150);
        rig.SendAt(1200);
        rig.SendAt(1300);
        rig.Run();
        Assert.Equal([LinkRig.Ms(210), LinkRig.Ms(1206), LinkRig.Ms(1360)], rig.Arrived.Select(arrival => arrival.Time));
    }

    [Fact]
    public void A_packet_that_is_being_sent_is_sent_to_its_end_at_the_old_rate()
    {
        using var rig = new LinkRig(new LinkOptions { Schedule = new StepScheduleOptions(FastThenSlow) });
        rig.SendAt(99.5);
        rig.SendAt(99.6);
        rig.Run();

        // The first began before the change and takes its 1 ms; the second begins after it, at 100.5 ms, and takes 10 ms and the new delay.
        Assert.Equal([LinkRig.Ms(100.5), LinkRig.Ms(160.5)], rig.Arrived.Select(arrival => arrival.Time));

        using var changed = new LinkRig(new LinkOptions { Rate = DataRate.Mbps(12) });
        changed.SendAt(0);
        changed.SendAt(0);
        changed.At(0.5, () => changed.Link.Change(new LinkOptions { Rate = DataRate.Mbps(1.2) }));
        changed.Run();
        Assert.Equal([LinkRig.Ms(1), LinkRig.Ms(11)], changed.Arrived.Select(arrival => arrival.Time));
    }

    [Fact]
    public void A_schedules_time_counts_from_when_it_takes_effect_and_goes_on_when_others_change()
    {
        var options = new LinkOptions { Schedule = new StepScheduleOptions(FastThenSlow) };
        using var rig = new LinkRig(new LinkOptions());
        rig.At(1000, () => rig.Link.Change(options));
        rig.At(1050, () => rig.Link.Change(options with { Delay = TimeSpan.FromMilliseconds(7) }));
        rig.SendAt(1060);
        rig.SendAt(1100);
        rig.Run();
        Assert.Equal([LinkRig.Ms(1068), LinkRig.Ms(1160)], rig.Arrived.Select(arrival => arrival.Time));
    }

    [Fact]
    public void Loss_of_a_step_is_its_own_and_ends_with_it()
    {
        using var rig = new LinkRig(new LinkOptions
        {
            Schedule = new StepScheduleOptions([new(TimeSpan.FromMilliseconds(10)) { Loss = 1 }, new(TimeSpan.FromMilliseconds(20)) { Loss = 0 }]),
        });
        rig.SendMany(30, every: 1);
        rig.Run();
        Assert.Equal([.. Enumerable.Range(1, 10), .. Enumerable.Range(21, 10)], rig.Numbers.Select(number => (int)number));
    }

    [Fact]
    public void A_csv_says_time_rate_delay_and_loss()
    {
        IReadOnlyList<ScheduleStep> steps = ScheduleCsv.Parse(["time_s,rate_mbps,delay_ms,loss_percent\r", "0,10,20,\r", "1.5,,,2.5", ""]);
        Assert.Equal(
            [
                new(TimeSpan.Zero) { Rate = DataRate.Mbps(10), Delay = TimeSpan.FromMilliseconds(20) },
                new(TimeSpan.FromSeconds(1.5)) { Loss = 0.025 },
            ],
            steps);
    }

    [Theory]
    [InlineData("time_s,speed", "0,1", "line 1: \"speed\" is not a known column")]
    [InlineData("rate_bps", "1", "line 1: there is no column time_s or time_ms")]
    [InlineData("time_s,loss,loss_percent", "0,0,0", "line 1: there are two columns of the loss")]
    [InlineData("time_s,loss", "0", "line 2: has 1 values for 2 columns")]
    [InlineData("time_s,loss", "0,1.5", "line 2: loss 1.5 is more than 100 %")]
    [InlineData("time_s,loss", "0,much", "line 2: \"much\" is no loss")]
    [InlineData("time_s,rate_bps", "0,0", "line 2: rate_bps 0 is not 1 bit/s")]
    [InlineData("time_s,rate_bps", "", "has no line of values")]
    public void A_csv_that_is_none_says_where(string header, string line, string problem) =>
        Assert.Contains(problem, Assert.Throws<FormatException>(() => ScheduleCsv.Parse([header, line])).Message, StringComparison.Ordinal);

    [Fact]
    public void Steps_that_do_not_rise_are_refused()
    {
        ScheduleStep step = new(TimeSpan.FromSeconds(1));
        Assert.Throws<ArgumentOutOfRangeException>(new StepScheduleOptions([step, step]).Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new StepScheduleOptions([]).Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new StepScheduleOptions([step]) { Repeat = TimeSpan.FromSeconds(1) }.Validate);
    }

    [Fact]
    public void A_cellular_rate_walks_the_ladder_rung_by_rung_and_visits_each_equally()
    {
        const int Many = 300_000;
        var options = new CellularScheduleOptions(DataRate.Mbps(1), DataRate.Mbps(4)) { Factor = 2, Mobility = 0.5 };
        options.Validate();
        LinkSchedule schedule = options.Create(new RandomStream(5, "test"));
        long[] rates = [.. Enumerable.Range(0, Many).Select(step => schedule.At(step * LinkRig.Ms(100))!.Rate!.Value.BitsPerSecond)];

        Assert.Equal([1_000_000, 2_000_000, 4_000_000], rates.Distinct().Order());
        Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(pair.First == pair.Second || pair.First == 2 * pair.Second || 2 * pair.First == pair.Second));
        foreach (long rate in rates.Distinct())
        {
            // The slowest of the walk's modes decays by 3/4 a step, which widens the deviation by sqrt(7).
            Sigma.AssertNear(Many / 3.0, Math.Sqrt(Many * 2 / 9.0 * 7), rates.Count(value => value == rate));
        }
    }

    [Fact]
    public void A_cellular_rate_does_not_depend_on_when_it_is_looked_at()
    {
        var options = new CellularScheduleOptions(DataRate.Kbps(100), DataRate.Mbps(40));
        LinkSchedule often = options.Create(new RandomStream(5, "test"));
        LinkSchedule seldom = options.Create(new RandomStream(5, "test"));
        for (int i = 0; i < 10_000; i++)
        {
            ScheduleStep? step = often.At(i * LinkRig.Ms(10));
            if (i % 1234 == 0)
            {
                Assert.Equal(step, seldom.At(i * LinkRig.Ms(10)));
            }
        }
    }

    [Fact]
    public void A_satellite_path_changes_every_fifteen_seconds_and_loses_what_is_sent_meanwhile()
    {
        var low = TimeSpan.FromMilliseconds(10);
        var high = TimeSpan.FromMilliseconds(30);
        using var rig = new LinkRig(new LinkOptions { Schedule = new SatelliteScheduleOptions(low, high) });
        rig.SendMany(6000, every: 10);
        rig.Run();

        // Outages of 50 ms at 12, 27, 42 and 57 s: five packets each.
        long[] lost = [.. Enumerable.Range(1, 6000).Select(number => (long)number).Except(rig.Numbers)];
        Assert.Equal([12, 27, 42, 57], lost.Select(number => (number - 1) / 100).Distinct());
        Assert.Equal(20, lost.Length);
        long[] delays = [.. rig.Arrived.Select(arrival => arrival.Time - LinkRig.Ms((arrival.Number - 1) * 10)).Distinct()];
        Assert.InRange(delays.Length, 5, 5 + 10);
        Assert.All(delays, delay => Assert.InRange(delay, LinkRig.Ms(10), LinkRig.Ms(50)));
    }
}
