using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.Tables.Tests.Support;

/// <summary>Two flows between hosts of their own that share one link between two routers; each has a round-trip time of its own.</summary>
internal static class SharedLink
{
    private const double Megabits = 10;

    /// <summary>What each flow got, in Mbit/s of payload, over a long time after it settled.</summary>
    /// <param name="first">The first flow's congestion control and round-trip time in milliseconds.</param>
    /// <param name="second">The second's, which begins later.</param>
    /// <param name="lateness">How many seconds later.</param>
    /// <param name="seconds">Simulated seconds that are measured.</param>
    internal static (double First, double Second) Run((string Control, int Rtt) first, (string Control, int Rtt) second, double lateness = 3, double seconds = 200)
    {
        using var network = new Network(seed: 3);
        Router left = network.AddRouter("left");
        Router right = network.AddRouter("right");
        var link = new LinkOptions
        {
            Rate = DataRate.Mbps(Megabits),
            Queue = QueueOptions.Packets((int)Math.Ceiling(Megabits * 1000 * Math.Max(first.Rtt, second.Rtt) / (8 * 1500))),
        };
        network.Connect(left, right, link);
        BulkFlow one = AddFlow(network, left, right, "1", first, 0);
        BulkFlow two = AddFlow(network, left, right, "2", second, lateness);
        network.Run(TimeSpan.FromSeconds(60));
        (long beforeOne, long beforeTwo) = (one.Received, two.Received);
        network.Run(TimeSpan.FromSeconds(seconds));
        return ((one.Received - beforeOne) * 8 / seconds / 1e6, (two.Received - beforeTwo) * 8 / seconds / 1e6);
    }

    private static BulkFlow AddFlow(Network network, Router left, Router right, string name, (string Control, int Rtt) flow, double start)
    {
        Host sender = network.AddHost($"sender-{name}");
        Host receiver = network.AddHost($"receiver-{name}");
        network.Connect(sender, left, new LinkOptions { Rate = DataRate.Mbps(100), Delay = TimeSpan.FromMilliseconds(flow.Rtt / 4.0) });
        network.Connect(right, receiver, new LinkOptions { Rate = DataRate.Mbps(100), Delay = TimeSpan.FromMilliseconds(flow.Rtt / 4.0) });
        return new BulkFlow(network, sender, receiver, flow.Control, start: TimeSpan.FromSeconds(start));
    }
}
