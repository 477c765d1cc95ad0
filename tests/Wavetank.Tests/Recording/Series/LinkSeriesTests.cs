using Wavetank.Engine;
using Wavetank.Packets;
using Wavetank.Recording.Series;

namespace Wavetank.Tests.Recording.Series;

public sealed class LinkSeriesTests : IDisposable
{
    private readonly TestRun _run = new();
    private readonly LinkSeriesRecorder _recorder;

    public LinkSeriesTests()
    {
        _recorder = new LinkSeriesRecorder(_run.Events);
        _run.Events.Subscribe(_recorder);
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public void What_is_sent_in_a_bin_is_counted_there()
    {
        Packet packet = _run.Udp("hello");
        _run.At(50_000).Raise(PacketEventKind.Sent, _run.Forward, packet);
        _run.At(250_000).Raise(PacketEventKind.Sent, _run.Forward, _run.Udp("hello"));

        LinkSeries series = Complete(300_000);

        Assert.Equal(100_000, series.Width);
        Assert.Equal([packet.Length, 0, packet.Length], Bins(series).Select(bin => bin.Bytes));
    }

    [Fact]
    public void Waiting_is_spread_over_the_bins_in_which_it_was()
    {
        Packet packet = _run.Udp("hello");
        _run.At(50_000).Raise(PacketEventKind.Queued, _run.Forward, packet);
        _run.At(220_000).Raise(PacketEventKind.Sent, _run.Forward, packet);

        LinkSeries series = Complete(1_000_000);

        Assert.Equal([50_000, 100_000, 20_000], Bins(series).Select(bin => bin.WaitingTime));
        Assert.Equal([1, 1, 1], Bins(series).Select(bin => bin.LargestQueue));
    }

    [Fact]
    public void What_waits_at_the_end_has_waited_until_then()
    {
        _run.At(0).Raise(PacketEventKind.Queued, _run.Forward, _run.Udp("hello"));

        Assert.Equal(150_000, Bins(Complete(150_000)).Sum(bin => bin.WaitingTime));
    }

    [Fact]
    public void A_packet_that_the_queue_never_held_leaves_the_queue_as_it_was()
    {
        _run.At(0).Raise(PacketEventKind.Queued, _run.Forward, _run.Udp("waits"));
        _run.At(10_000).Raise(PacketEventKind.Dropped, _run.Forward, _run.Udp("full"), DropReason.QueueFull);

        LinkBin bin = Bins(Complete(20_000)).Single();

        Assert.Equal(20_000, bin.WaitingTime);
        Assert.Equal(1, bin.Drops);
    }

    [Fact]
    public void Whatever_the_length_of_the_run_there_are_few_bins_and_nothing_is_lost()
    {
        long sent = 0;
        for (long time = 0; time < 3_600_000_000_000; time += 777_000_000)
        {
            Packet packet = _run.Udp("hello");
            _run.At(time).Raise(PacketEventKind.Queued, _run.Forward, packet);
            _run.At(time + 1_000_000).Raise(PacketEventKind.Sent, _run.Forward, packet);
            sent += packet.Length;
        }

        LinkSeries series = Complete(3_600_000_000_000);

        Assert.InRange(series.Count, LinkSeries.Capacity / 4, LinkSeries.Capacity);
        Assert.Equal(LinkSeries.FirstWidth << 17, series.Width);
        Assert.Equal(sent, Bins(series).Sum(bin => bin.Bytes));
        Assert.Equal(1_000_000L * 4634, Bins(series).Sum(bin => bin.WaitingTime));
    }

    [Theory]
    [InlineData(512)]
    [InlineData(100)]
    [InlineData(1)]
    public void A_coarser_series_has_the_same_sums(int most)
    {
        for (int i = 0; i < 300; i++)
        {
            _run.At(i * 100_000).Raise(PacketEventKind.Sent, _run.Forward, _run.Udp("hello"));
        }

        LinkSeries series = Complete(30_000_000);
        (long width, IReadOnlyList<LinkBin> bins) = series.AtMost(most);

        Assert.InRange(bins.Count, 1, most);
        Assert.True(width * bins.Count >= 30_000_000);
        Assert.Equal(Bins(series).Sum(bin => bin.Bytes), bins.Sum(bin => bin.Bytes));
    }

    [Fact]
    public void Hosts_have_no_series()
    {
        _run.At(0).Raise(PacketEventKind.Dropped, _run.Server, _run.Udp("hello"), DropReason.PortUnreachable);

        Assert.Empty(_recorder.Complete(new SimulationTime(1)));
    }

    private static IEnumerable<LinkBin> Bins(LinkSeries series) => Enumerable.Range(0, series.Count).Select(index => series[index]);

    private LinkSeries Complete(long nanoseconds) => _recorder.Complete(new SimulationTime(nanoseconds))["link/client-server/forward"];
}
