using Wavetank.Stack.Tcp.Connections;
using Wavetank.Tests.Stack.Tcp.Support;

namespace Wavetank.Tests.Stack.Tcp.Observing;

/// <summary>Delivery rates (draft-cheng-iccrg-delivery-rate-estimation) are what the link carries.</summary>
public sealed class DeliveryRateTests
{
    [Theory]
    [InlineData(5_000_000, true)]
    [InlineData(50_000_000, true)]
    [InlineData(5_000_000, false)]
    public void A_bulk_transfer_measures_the_bottleneck(long rate, bool sack)
    {
        var pair = new TcpPair();
        (TcpConnection client, TcpConnection server) = pair.Establish(settings => settings.Sack = sack);
        (pair.Forward.Rate, pair.Forward.QueueLimit) = (rate, 300);
        new StreamTransfer(client, server, long.MaxValue / 2) { Verify = false }.Start();
        pair.Clock.RunFor(5000);

        // 1448 of 1500 bytes are payload.
        double expected = rate / 8.0 * 1448 / 1500;
        Assert.InRange(client.DeliveryRate / expected, 0.97, 1.03);
        Assert.False(client.IsApplicationLimited);
    }

    [Fact]
    public void A_trickle_says_nothing_of_the_bottleneck()
    {
        var pair = new TcpPair();
        (TcpConnection client, TcpConnection server) = pair.Establish();
        (pair.Forward.Rate, pair.Forward.QueueLimit) = (10_000_000, 300);
        new StreamTransfer(client, server, 3_000_000, close: false) { Verify = false }.Start();
        pair.Clock.RunFor(5000);
        long bulk = client.DeliveryRate;

        for (int i = 0; i < 50; i++)
        {
            client.Send(new byte[1000]);
            pair.Clock.RunFor(100);
        }

        Assert.True(client.IsApplicationLimited);
        Assert.Equal(bulk, client.DeliveryRate);
        Assert.InRange(bulk / (10e6 / 8 * 1448 / 1500), 0.97, 1.03);
    }
}
