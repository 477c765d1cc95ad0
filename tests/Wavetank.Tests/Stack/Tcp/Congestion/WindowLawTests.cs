using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Congestion;

/// <summary>Mean windows held to their closed forms.</summary>
public sealed class WindowLawTests(ITestOutputHelper output)
{
    // Proves RFC 5681 §3.1 equation 3.
    [Theory]
    [InlineData(1000)]
    [InlineData(4000)]
    [InlineData(10_000)]
    public void Reno_under_periodic_loss_keeps_its_law(int losesEvery)
    {
        // Mathis et al.: 1.2/sqrt(p) segments, at an RTT of 100 ms.
        double law = 1.2 * Math.Sqrt(losesEvery);
        double window = BulkRun.MeanWindow("reno", losesEvery, 100, 200, 60);
        output.WriteLine($"1/{losesEvery}: {window:F1}, law {law:F1}, {window / law:P1}");
        Assert.InRange(window / law, 0.95, 1.05);
    }

    // Proves RFC 9438 §4.1, §4.2, §4.3, §4.6.
    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void Cubic_under_periodic_loss_keeps_its_law(int losesEvery)
    {
        // RFC 9438, table 1: RTT 0.1 s; the larger of the cubic and the Reno-friendly law. Near 1/1000, where they cross, the
        // window follows now the one and now the other, whichever is larger, and its mean lies above both.
        double law = Math.Max(1.2 * Math.Sqrt(losesEvery), 1.054 * Math.Pow(0.1 * losesEvery, 0.75));
        double window = BulkRun.MeanWindow("cubic", losesEvery, 100, 200, 60);
        output.WriteLine($"1/{losesEvery}: {window:F1}, law {law:F1}, {window / law:P1}");
        Assert.InRange(window / law, 0.8, 1.25);
    }
}
