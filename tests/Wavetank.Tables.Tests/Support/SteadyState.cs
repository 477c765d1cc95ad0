using System.Net.Sockets;
using Wavetank.Devices;
using Wavetank.Links;

namespace Wavetank.Tables.Tests.Support;

/// <summary>Means of one flow over one link, once it has settled.</summary>
/// <param name="MeanWindow">The congestion window over time, in segments.</param>
/// <param name="SegmentsPerRtt">Full segments that arrived in each round-trip time of the empty link.</param>
/// <param name="Goodput">Payload that arrived, in bits a second.</param>
/// <param name="Utilisation">The part of the time in which the link was sending.</param>
/// <param name="MeanQueue">Packets that waited for the link.</param>
internal sealed record SteadyState(double MeanWindow, double SegmentsPerRtt, double Goodput, double Utilisation, double MeanQueue)
{
    private const int LooksPerRtt = 8;

    /// <summary>Runs a flow, and measures it after a time of settling.</summary>
    /// <param name="control">The congestion control.</param>
    /// <param name="forward">The conditions of the data's direction; acknowledgments meet the same delay and rate, and nothing else.</param>
    /// <param name="settling">Simulated seconds that are not measured.</param>
    /// <param name="seconds">Simulated seconds that are.</param>
    /// <param name="family">IPv4 or IPv6.</param>
    internal static SteadyState Of(string control, LinkOptions forward, double settling, double seconds, AddressFamily family = AddressFamily.InterNetwork)
    {
        using var network = new Network(seed: 5);
        Host sender = network.AddHost("sender");
        Host receiver = network.AddHost("receiver");
        var backward = new LinkOptions { Delay = forward.Delay, Rate = forward.Rate, Mtu = forward.Mtu };
        Link link = network.Connect(sender, receiver, forward, backward);
        var flow = new BulkFlow(network, sender, receiver, control, family: family);
        network.Run(TimeSpan.FromSeconds(settling));

        LinkStatistics statistics = link.ForwardStatistics;
        (long received, long busy, long start) = (flow.Received, statistics.BusyNanoseconds, network.Now.Nanoseconds);
        double queue = statistics.MeanQueue(start) * start;
        double windows = 0;
        long looks = (long)Math.Round(seconds / (2 * forward.Delay.TotalSeconds) * LooksPerRtt);
        for (long i = 0; i < looks; i++)
        {
            network.Run(2 * forward.Delay / LooksPerRtt);
            windows += flow.Connection.Cwnd;
        }

        long end = network.Now.Nanoseconds;
        received = flow.Received - received;
        return new SteadyState(
            windows / looks,
            received / (double)flow.Connection.SendMss * LooksPerRtt / looks,
            received * 8e9 / (end - start),
            (statistics.BusyNanoseconds - busy) / (double)(end - start),
            ((statistics.MeanQueue(end) * end) - queue) / (end - start));
    }
}
