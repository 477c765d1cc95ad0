using Wavetank.Links;

namespace Wavetank.Tests.Links;

public sealed class TransmissionTimesTests
{
    // 1500 bytes at 7 Mbit/s take 1,714,285 and 5/7 ns.
    private const long Rate = 7_000_000;

    [Fact]
    public void What_a_division_leaves_over_is_made_good()
    {
        var times = new TransmissionTimes();

        Assert.True(times.Add(1500, 1_714_285, 0, 0, Rate));
        Assert.True(times.Add(1500, 1_714_286, 1_714_285, 1_714_285, Rate));
        Assert.False(times.Add(1500, 1_714_285, 3_428_571, 3_428_571, Rate));
    }

    [Theory]
    [InlineData(1_714_284)]
    [InlineData(1_714_286)]
    public void One_nanosecond_more_or_less_is_wrong(long time) => Assert.False(new TransmissionTimes().Add(1500, time, 0, 0, Rate));

    [Fact]
    public void After_a_pause_the_sum_starts_afresh()
    {
        var times = new TransmissionTimes();

        Assert.True(times.Add(1500, 1_714_285, 0, 0, Rate));
        Assert.True(times.Add(1500, 1_714_285, 1_714_285, 2_000_000, Rate));
        Assert.Equal(2 * 1_714_285, times.Busy);
    }
}
