using FsCheck;
using FsCheck.Fluent;
using Wavetank.Links;
using Wavetank.Links.Delay;
using Wavetank.Links.Impairments;
using Wavetank.Links.Loss;
using Wavetank.Links.Queues;
using Wavetank.Links.Rules;
using Wavetank.Links.Schedules;
using Wavetank.Packets;

namespace Wavetank.Tests.Links;

/// <summary>Conditions that change while packets wait and are under way lose, double and reorder nothing that was not asked for.</summary>
public sealed class ChangingConditionsTests
{
    private const int Packets = 150;

    private static readonly int Cases = Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1" ? 20_000 : 300;

    /// <summary>Conditions that ask for no loss, no duplicates and no reordering, whatever else they do.</summary>
    private static readonly Gen<LinkOptions> Harmless =
        from rate in Gen.Elements<long>(0, 300_000, 5_000_000, 1_000_000_000)
        from delay in Gen.Choose(0, 40)
        from jitter in Gen.Choose(0, 20)
        from model in Gen.Elements<DelayOptions?>(
            null, null, new NormalDelayOptions(Ms(20), Ms(9)), new ParetoDelayOptions(Ms(10), Ms(5)) { Correlation = 0.5 }, new EmpiricalDelayOptions([Ms(1), Ms(50)]))
        from slots in Gen.Elements<SlotOptions?>(null, null, new SlotOptions(Ms(3)) { Maximum = Ms(9), Packets = 4 })
        from framing in Gen.Elements<LinkFraming?>(null, LinkFraming.Atm)
        from trace in Gen.Elements<DeliveryTrace?>(null, null, new DeliveryTrace(1, 2, 2, 7))
        from schedule in Gen.Elements<ScheduleOptions?>(
            null,
            null,
            new CellularScheduleOptions(DataRate.Kbps(200), DataRate.Mbps(20)) { Interval = Ms(5) },
            new SatelliteScheduleOptions(Ms(5), Ms(30)) { Period = Ms(30), Offset = Ms(10), Outage = TimeSpan.Zero })
        from queue in Gen.Elements<QueueOptions>(
            QueueOptions.Packets(Packets),
            QueueOptions.Bytes(Packets * 1500),
            new HeadDropQueueOptions { LimitPackets = Packets },
            new PriorityQueueOptions { LimitPackets = Packets },
            new DrrQueueOptions { Quantum = 200, LimitPackets = Packets },
            new FqCodelQueueOptions { Target = TimeSpan.FromHours(1) },
            new CodelQueueOptions { Target = TimeSpan.FromHours(1) },
            new ShaperQueueOptions { Rate = DataRate.Mbps(3), Burst = 3000 })
        from extra in Gen.Elements<LinkRule?>(null, null, new LinkRule(PacketFilter.Parse("udp"), LinkAction.MarkCongestion))
        select new LinkOptions
        {
            Rate = trace is null ? new DataRate(rate) : default,
            Delay = model is null ? Ms(delay) : TimeSpan.Zero,
            Jitter = model is null ? Ms(jitter) : TimeSpan.Zero,
            DelayModel = model,
            Slots = slots,
            Framing = framing,
            DeliveryTrace = trace,
            Schedule = schedule,
            Rules = extra is null ? [] : [extra],
            Queue = queue,
        };

    [Fact]
    public void Harmless_changes_keep_every_packet_once_and_in_order() => Check(
        Harmless, (_, rig) => Assert.Equal(Enumerable.Range(1, Packets).Select(number => (long)number), rig.Numbers));

    [Fact]
    public void What_was_asked_for_is_all_that_is_lost_and_doubled() => Check(
        from options in Harmless
        from loss in Gen.Elements<LossOptions?>(null, new IndependentLossOptions(0.2), new GilbertElliottLossOptions(0.1, 0.3), new PeriodicLossOptions(4))
        from duplicate in Gen.Elements(0, 0.3)
        from keepOrder in Gen.Elements(true, false)
        select options with { LossModel = loss, Duplicate = duplicate, DuplicateCorrelation = duplicate, KeepOrder = keepOrder },
        (all, rig) =>
        {
            LinkStatistics statistics = rig.Statistics;
            Assert.Equal(Packets + statistics.DuplicatedPackets - statistics.Drops(DropReason.LinkLoss), rig.Arrived.Count);
            Assert.Equal(statistics.DroppedPackets, statistics.Drops(DropReason.LinkLoss));
            Assert.True(statistics.DroppedPackets == 0 || all.Any(options => options.LossModel is not null));
            Assert.True(statistics.DuplicatedPackets == 0 || all.Any(options => options.Duplicate > 0));
            if (all.All(options => options.KeepOrder))
            {
                Assert.Equal(rig.Numbers.Order(), rig.Numbers);
            }
        });

    private static void Check(Gen<LinkOptions> conditions, Action<IReadOnlyList<LinkOptions>, LinkRig> holds)
    {
        Gen<(LinkOptions First, (int At, LinkOptions Options)[] Changes, int Seed)> cases =
            from first in conditions
            from changes in (from at in Gen.Choose(0, 4000) from options in conditions select (at, options)).ArrayOf()
            from seed in Gen.Choose(0, 1000)
            select (first, changes.Take(10).ToArray(), seed);
        Prop.ForAll(cases.ToArbitrary(), theCase => Run(theCase.First, theCase.Changes, theCase.Seed, holds))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(2026, 11));
    }

    private static void Run(LinkOptions first, (int At, LinkOptions Options)[] changes, int seed, Action<IReadOnlyList<LinkOptions>, LinkRig> holds)
    {
        using var rig = new LinkRig(first, (ulong)seed);
        foreach ((int at, LinkOptions options) in changes)
        {
            rig.At(at / 50.0, () => rig.Link.Change(options));
        }

        for (int i = 0; i < Packets; i++)
        {
            rig.SendAt(i / 3 * 1.5, length: 60 + (i * 37 % 1400));
        }

        rig.Run();
        holds([first, .. changes.Select(change => change.Options)], rig);
    }

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
