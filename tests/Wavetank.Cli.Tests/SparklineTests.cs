using Wavetank.Cli.Tables;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Recording.Series;

namespace Wavetank.Cli.Tests;

public sealed class SparklineTests
{
    [Theory]
    [InlineData(new double[] { 0, 1, 2, 4, 8 }, " ▂▃▅█")]
    [InlineData(new double[] { 5, 5, 5 }, "███")]
    [InlineData(new double[] { 0, 0 }, "  ")]
    [InlineData(new double[] { 1e-9, 1e9 }, "▁█")]
    public void The_greatest_is_a_whole_block_and_nothing_is_a_space(double[] values, string line) => Assert.Equal(line, Sparkline.Of(values));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(4000)]
    public void Parts_of_the_time_have_together_what_the_bins_have(int parts)
    {
        (LinkSeries series, long until, long bytes) = Transfer();

        double[] sums = Sparkline.Sums(series, bin => bin.Bytes, until, parts);

        Assert.Equal(parts, sums.Length);
        Assert.Equal(bytes, sums.Sum(), 1e-3);
        Assert.All(sums, sum => Assert.True(sum >= 0));
    }

    private static (LinkSeries Series, long Until, long Bytes) Transfer()
    {
        using var network = new Network();
        Host client = network.AddHost("client"), server = network.AddHost("server");
        Link link = network.Connect(client, server, new LinkOptions { Delay = TimeSpan.FromMilliseconds(3), Rate = DataRate.Mbps(1) });
        var recorder = new LinkSeriesRecorder(network.Events);
        network.Events.Subscribe(recorder);
        client.Run(async () =>
        {
            using var socket = new Sockets.UdpClient();
            for (int i = 0; i < 50; i++)
            {
                await socket.SendAsync(new byte[1000], 1000, "server", 9);
                await network.Delay(TimeSpan.FromMilliseconds(i));
            }
        });
        network.Run();
        return (recorder.Complete(network.Now).Single(series => series.Key == $"link/{link.Name}/forward").Value, network.Now.Nanoseconds, link.ForwardStatistics.SentBytes);
    }
}
