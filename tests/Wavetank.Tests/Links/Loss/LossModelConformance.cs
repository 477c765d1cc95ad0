using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Loss;

namespace Wavetank.Tests.Links.Loss;

/// <summary>What holds of every loss model.</summary>
public abstract class LossModelConformance
{
    private const int Many = 2000;

    /// <summary>A definition that loses some packets of the first 2,000, and not all.</summary>
    protected abstract LossOptions Options { get; }

    [Fact]
    public void It_is_right_and_loses_some_but_not_all() => Assert.InRange(Lost(Options, 1).Count, 1, Many - 1);

    [Fact]
    public void The_same_seed_loses_the_same() => Assert.Equal(Lost(Options, 5), Lost(Options, 5));

    [Fact]
    public void It_goes_on_where_other_conditions_change()
    {
        Assert.Equal(LostOnLink(_ => { }), LostOnLink(rig =>
        {
            for (int i = 1; i < 50; i++)
            {
                int delay = i;
                rig.At(i * 7, () => rig.Link.Change(rig.Link.Forward with { Delay = TimeSpan.FromMilliseconds(50 + delay), Duplicate = 0 }));
            }
        }));
    }

    [Fact]
    public void It_moves_nobody_elses_dice()
    {
        var other = new LinkOptions { Duplicate = 0.1 };
        Assert.Equal(Duplicates(other), Duplicates(other with { LossModel = Options }));

        static long Duplicates(LinkOptions options)
        {
            using var rig = new LinkRig(options);
            rig.SendMany(Many, every: 0.1);
            rig.Run();
            return rig.Statistics.DuplicatedPackets;
        }
    }

    [Fact]
    public void It_allocates_nothing_as_it_goes()
    {
        LossModel model = Options.Create(new RandomStream(1, "test"));
        Assert.Equal(0, AllocationMeter.Measure(() => Ask(model)));

        static void Ask(LossModel model)
        {
            for (int i = 0; i < Many; i++)
            {
                model.IsLost(null!);
            }
        }
    }

    private static List<int> Lost(LossOptions options, ulong seed)
    {
        options.Validate();
        LossModel model = options.Create(new RandomStream(seed, "test"));
        return [.. Enumerable.Range(1, Many).Where(_ => model.IsLost(null!))];
    }

    private List<long> LostOnLink(Action<LinkRig> disturb)
    {
        using var rig = new LinkRig(new LinkOptions { LossModel = Options, Delay = TimeSpan.FromMilliseconds(50) });
        rig.SendMany(Many, every: 0.2);
        disturb(rig);
        rig.Run();
        return [.. Enumerable.Range(1, Many).Select(number => (long)number).Except(rig.Numbers)];
    }
}
