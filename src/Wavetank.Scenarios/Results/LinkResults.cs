using Wavetank.Links;
using Wavetank.Packets;
using Wavetank.Scenarios.Building;
using Wavetank.Scenarios.Model;

namespace Wavetank.Scenarios.Results;

/// <summary>Takes the figures of links, alone and together.</summary>
internal sealed class LinkResults
{
    private readonly long _nanoseconds;
    private readonly Dictionary<string, string> _groups;

    /// <param name="built">The scenario.</param>
    /// <param name="nanoseconds">The simulated time over which means are taken.</param>
    private LinkResults(BuiltScenario built, long nanoseconds)
    {
        _nanoseconds = nanoseconds;
        _groups = built.Scenario.GroupOfEachDevice();
    }

    internal static IReadOnlyList<LinkResult> Collect(BuiltScenario built, long nanoseconds)
    {
        var results = new LinkResults(built, nanoseconds);
        return [.. built.Scenario.Links.Zip(built.Links, results.Collect)];
    }

    private LinkResult Collect(LinkSpec spec, IReadOnlyList<Link> links)
    {
        LinkMemberResult[] members = [.. spec.Members.Zip(links, Collect)];
        string first = NameOf([.. spec.Members.Select(member => member.First)]);
        string second = NameOf([.. spec.Members.Select(member => member.Second)]);
        return new LinkResult(
            spec.Name,
            new DirectionResult(first, second, Sum([.. members.Select(member => member.Forward.Figures)])),
            new DirectionResult(second, first, Sum([.. members.Select(member => member.Backward.Figures)])),
            members);
    }

    private LinkMemberResult Collect(LinkMember member, Link link) => new(
        member.Name,
        new DirectionResult(member.First, member.Second, Take(link.ForwardStatistics)),
        new DirectionResult(member.Second, member.First, Take(link.BackwardStatistics)));

    private DirectionFigures Take(LinkStatistics statistics) => new(
        statistics.ArrivedPackets,
        statistics.ArrivedBytes,
        statistics.Utilisation(_nanoseconds),
        statistics.MeanQueue(_nanoseconds),
        statistics.LargestQueue,
        statistics.QueueWaits(),
        statistics.MarkedPackets,
        DropCount.List(statistics.Drops));

    internal static DirectionFigures Sum(DirectionFigures[] members) => members.Length == 1
        ? members[0]
        : new DirectionFigures(
            members.Sum(member => member.Packets),
            members.Sum(member => member.Bytes),
            members.Average(member => member.Utilisation),
            members.Average(member => member.MeanQueue),
            members.Max(member => member.LargestQueue),
            WaitTimes.Sum(members.Select(member => member.QueueWaits)),
            members.Sum(member => member.MarkedPackets),
            DropCount.List(reason => members.Sum(member => Packets(member, reason))));

    private static long Packets(DirectionFigures figures, DropReason reason) =>
        figures.Drops.FirstOrDefault(drop => drop.Reason == reason)?.Packets ?? 0;

    /// <summary>The device, or the group, at one end of all members.</summary>
    private string NameOf(string[] devices) =>
        devices.All(device => device == devices[0]) ? devices[0] : _groups[devices[0]];
}
