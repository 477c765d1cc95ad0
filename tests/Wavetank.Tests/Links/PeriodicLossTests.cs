using System.Net;
using Wavetank.Devices;
using Wavetank.Links;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Links;

/// <summary>Every so many-th packet is lost, exactly.</summary>
public sealed class PeriodicLossTests : IDisposable
{
    private readonly Network _network = new();
    private readonly Host _sender;
    private readonly Host _receiver;
    private readonly List<byte> _arrived = [];

    public PeriodicLossTests()
    {
        _sender = _network.AddHost("sender");
        _receiver = _network.AddHost("receiver");
    }

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Every_third_packet_is_lost()
    {
        _network.Connect(_sender, _receiver, new LinkOptions { LossPeriod = 3 });
        SendTen();
        Assert.Equal([1, 2, 4, 5, 7, 8, 10], _arrived);
    }

    [Fact]
    public void Each_direction_counts_by_itself()
    {
        Link link = _network.Connect(_sender, _receiver, new LinkOptions { LossPeriod = 2 }, new LinkOptions { LossPeriod = 5 });
        SendTen();
        Assert.Equal([1, 3, 5, 7, 9], _arrived);
        Assert.Equal(0, link.BackwardStatistics.DroppedPackets);
    }

    [Fact]
    public void The_count_goes_on_when_another_condition_changes()
    {
        var options = new LinkOptions { LossPeriod = 3 };
        Link link = _network.Connect(_sender, _receiver, options);
        _network.At(TimeSpan.FromMilliseconds(4.5), () => link.Change(options with { Delay = TimeSpan.FromMilliseconds(1) }));
        SendTen();
        Assert.Equal([1, 2, 4, 5, 7, 8, 10], _arrived);
    }

    [Fact]
    public void Another_period_counts_anew()
    {
        var options = new LinkOptions { LossPeriod = 3 };
        Link link = _network.Connect(_sender, _receiver, options);
        _network.At(TimeSpan.FromMilliseconds(4.5), () => link.Change(options with { LossPeriod = 4 }));
        SendTen();
        Assert.Equal([1, 2, 4, 5, 6, 7, 8, 10], _arrived);
    }

    [Fact]
    public void A_period_below_zero_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LinkOptions { LossPeriod = -1 }.Validate());

    [Fact]
    public void Two_ways_of_losing_are_refused()
    {
        var options = new LinkOptions { Loss = 0.01, LossPeriod = 100 };
        ArgumentOutOfRangeException exception = Assert.Throws<ArgumentOutOfRangeException>(options.Validate);
        Assert.Contains("give one of them", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Sends datagrams 1 to 10, one each millisecond.</summary>
    private void SendTen()
    {
        _receiver.Run(async () =>
        {
            using var socket = new UdpClient(7);
            while (true)
            {
                _arrived.Add((await socket.ReceiveAsync()).Buffer[0]);
            }
        });
        _sender.Run(async () =>
        {
            using var socket = new UdpClient(0);
            for (byte number = 1; number <= 10; number++)
            {
                await socket.SendAsync(new byte[] { number }, new IPEndPoint(_receiver.Address, 7));
                await Task.Delay(TimeSpan.FromMilliseconds(1), _network.TimeProvider);
            }
        });
        _network.Run(TimeSpan.FromSeconds(1));
    }
}
