using System.Net;
using Wavetank.Devices;
using Wavetank.Links;
using Wavetank.Links.Presets;
using UdpClient = Wavetank.Sockets.UdpClient;

namespace Wavetank.Tests.Links.Presets;

public sealed class LinkPresetTests
{
    private const int PayloadBytes = 972;
    private const int PacketBytes = PayloadBytes + 28;

    public static TheoryData<string> Names => new(LinkPresets.All.Select(preset => preset.Name));

    [Fact]
    public void Names_are_unique() => Assert.Distinct(LinkPresets.All.Select(preset => preset.Name));

    /// <summary>Not for those that lose packets: nobody can say which.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_packet_takes_what_rate_and_delay_say_in_each_direction(string name)
    {
        LinkPreset preset = LinkPresets.All.Single(row => row.Name == name);
        preset = preset with { Download = preset.Download with { Loss = 0 }, Upload = preset.Upload with { Loss = 0 } };
        using var network = new Network();
        Host subscriber = network.AddHost("subscriber"), server = network.AddHost("server");
        network.ConnectAccess(subscriber, server, preset);

        TimeSpan arrivedUp = default, arrivedDown = default;
        server.Run(async () =>
        {
            using var socket = new UdpClient(7);
            IPEndPoint from = (await socket.ReceiveAsync()).RemoteEndPoint;
            arrivedUp = network.Now.ToTimeSpan();
            await socket.SendAsync(new byte[PayloadBytes], from);
        });
        subscriber.Run(async () =>
        {
            using var socket = new UdpClient(0);
            await socket.SendAsync(new byte[PayloadBytes], new IPEndPoint(server.Address, 7));
            await socket.ReceiveAsync();
            arrivedDown = network.Now.ToTimeSpan();
        });
        network.Run();

        Assert.Equal(Takes(preset.Upload), arrivedUp.TotalMicroseconds, 0.2);
        Assert.Equal(Takes(preset.Download), (arrivedDown - arrivedUp).TotalMicroseconds, 0.2);
    }

    [Fact]
    public void A_round_trip_is_both_delays() => Assert.Equal(TimeSpan.FromMilliseconds(50), LinkPresets.Dsl.RoundTrip);

    private static double Takes(LinkOptions options) =>
        options.Delay.TotalMicroseconds + (options.Rate.IsUnlimited ? 0 : PacketBytes * 8e6 / options.Rate.BitsPerSecond);
}
