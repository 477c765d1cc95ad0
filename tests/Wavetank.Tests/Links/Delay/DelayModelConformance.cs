using Wavetank.Engine;
using Wavetank.Links;
using Wavetank.Links.Delay;

namespace Wavetank.Tests.Links.Delay;

/// <summary>What holds of every delay model.</summary>
public abstract class DelayModelConformance
{
    private const int Many = 2000;

    /// <summary>A definition.</summary>
    protected abstract DelayOptions Options { get; }

    [Fact]
    public void It_is_right_and_no_delay_is_below_zero() => Assert.All(Draw(1), delay => Assert.True(delay >= 0));

    [Fact]
    public void The_same_seed_draws_the_same() => Assert.Equal(Draw(5), Draw(5));

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
    public void Packets_keep_their_order_by_default()
    {
        List<(long Number, long Time)> arrived = Arrivals(_ => { });
        Assert.Equal(Enumerable.Range(1, Many).Select(number => (long)number), arrived.Select(arrival => arrival.Number));
    }

    [Fact]
    public void It_allocates_nothing_as_it_goes()
    {
        DelayModel model = Options.Create(new RandomStream(1, "test"));
        Assert.Equal(0, AllocationMeter.Measure(() => Ask(model)));

        static void Ask(DelayModel model)
        {
            for (int i = 0; i < Many; i++)
            {
                model.NextNanoseconds(null!);
            }
        }
    }

    private long[] Draw(ulong seed)
    {
        Options.Validate();
        DelayModel model = Options.Create(new RandomStream(seed, "test"));
        return [.. Enumerable.Range(0, Many).Select(_ => model.NextNanoseconds(null!))];
    }

    private List<(long Number, long Time)> Arrivals(Action<LinkRig> disturb)
    {
        using var rig = new LinkRig(new LinkOptions { DelayModel = Options });
        rig.SendMany(Many, every: 0.2);
        disturb(rig);
        rig.Run();
        return rig.Arrived;
    }
}
