using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Wavetank.Applications;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.Tests.Applications;

/// <summary>Every byte of a transfer arrives, in order and once, over a link that loses, doubles and reorders packets.</summary>
public sealed class BulkTransferTests
{
    private const int Port = 5001;

    private static readonly LinkOptions Shaky = new()
    {
        Rate = DataRate.Mbps(200),
        Delay = TimeSpan.FromMilliseconds(2),
        Loss = 0.01,
        Duplicate = 0.005,
        Reorder = 0.05,
    };

    private static bool IsLong => Environment.GetEnvironmentVariable("WAVETANK_LONG") == "1";

    /// <summary>A few, or many with WAVETANK_LONG=1.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, IsLong ? 100 : 5)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_hundred_megabytes_arrive_intact_over_a_shaky_link(int seed) => AssertArrivesIntact((ulong)seed, size: 100_000_000, Shaky);

    [Fact]
    public void Any_size_up_to_a_hundred_megabytes_arrives_intact_over_any_shaky_link()
    {
        Assert.SkipUnless(IsLong, "Takes minutes; ./check --long runs it.");

        Gen<int> sizes = from megabytes in Gen.Choose(0, 99) from bytes in Gen.Choose(1, 1_000_000) select (megabytes * 1_000_000) + bytes;
        Prop.ForAll(Cases(sizes), c => AssertArrivesIntact(c.Seed, c.Size, c.Link)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Property(MaxTest = 60)]
    public Property Any_size_arrives_intact_over_any_shaky_link() => Prop.ForAll(
        Cases(Gen.Frequency((3, Gen.Choose(1, 5_000)), (1, Gen.Choose(5_000, 2_000_000)))), c => AssertArrivesIntact(c.Seed, c.Size, c.Link));

    private static Arbitrary<(ulong Seed, int Size, LinkOptions Link)> Cases(Gen<int> sizes)
    {
        Gen<(ulong Seed, int Size, LinkOptions Link)> cases =
            from seed in Gen.Choose(0, int.MaxValue)
            from size in sizes
            from loss in Gen.Choose(0, 50)
            from duplicate in Gen.Choose(0, 30)
            from reorder in Gen.Choose(0, 300)
            from mtu in Gen.Elements(576, 1280, 1500, 9000)
            from delay in Gen.Choose(0, 50)
            from queue in Gen.Choose(2, 200)
            select ((ulong)seed, size, new LinkOptions
            {
                Rate = DataRate.Mbps(50),
                Delay = TimeSpan.FromMilliseconds(delay),
                Loss = loss / 1000.0,
                Duplicate = duplicate / 1000.0,
                Reorder = reorder / 1000.0,
                Mtu = mtu,
                Queue = QueueOptions.Packets(queue),
            });
        return cases.ToArbitrary();
    }

    private static void AssertArrivesIntact(ulong seed, long size, LinkOptions link)
    {
        using var network = new Network(seed);
        Host server = network.AddHost("server");
        Host client = network.AddHost("client");
        network.Connect(client, server, link);
        var receiver = new BulkReceiver(Port);
        var sender = new BulkSender("server", Port, size, duration: null);
        server.Run(() => receiver.RunAsync(network.TimeProvider, network.Simulator.CreateRandomStream("receiver")));
        client.Run(() => sender.RunAsync(network.TimeProvider, network.Simulator.CreateRandomStream("sender")));

        network.Run();

        Assert.Empty(sender.Metrics.FirstErrors);
        Assert.Empty(receiver.Metrics.FirstErrors);
        Assert.Equal(size, receiver.Metrics.Bytes);
        Assert.Equal(1, receiver.Metrics.Count);
        Assert.Equal(0, network.Pool.Rented);
    }
}
