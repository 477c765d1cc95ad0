using Wavetank.Devices.Topologies;
using Wavetank.Scenarios.Kinds.Keys;
using Wavetank.Scenarios.Kinds.Presets;
using Wavetank.Scenarios.Model;
using Wavetank.Scenarios.Reading;
using Wavetank.Scenarios.Units;

namespace Wavetank.Scenarios.Checking;

/// <summary>Makes the links of a plan those of the scenario: like ones as a group with one name, others each alone.</summary>
internal sealed class TopologyLinksMaker(TopologyLinks links, NameRegistry names, Problems problems)
{
    private static readonly LinkRow Plain = new LinkRowReader(new DeviceIndex(new Problems("")), new Problems("")).Read(new MappingElement(default), "", TopologyKeys.OfLinks);

    internal void Add(TopologyPlan plan, TopologyPlace topology, IReadOnlyDictionary<string, TopologyLinkGroup> groups)
    {
        Dictionary<string, PlannedDevice> ends = plan.Devices.ToDictionary(device => device.Name);
        ILookup<string, PlannedLink> byGroup = plan.Links.ToLookup(link => link.Group);
        HashSet<string> alone = [.. byGroup.Where(group => group.Any(link => HasItsOwn(link, ends))).Select(group => group.Key)];
        HashSet<string> done = [];
        foreach (PlannedLink link in plan.Links)
        {
            if (alone.Contains(link.Group))
                AddSpec(NameOf(link, topology.Prefix), [link]);
            else if (done.Add(link.Group))
                AddSpec(topology.Prefix + link.Group, [.. byGroup[link.Group]]);
        }

        foreach (string group in alone.Order(StringComparer.Ordinal))
        {
            names.Claim(topology.Prefix + group, [], topology.Path, topology.Place, TopologyPlace.Advice);
            links.AddGroup(topology.Prefix + group, [.. byGroup[group].Select(link => NameOf(link, topology.Prefix))]);
        }

        foreach ((string group, TopologyLinkGroup said) in groups)
            CheckInflation(said, byGroup[group].Any(link => DistanceOf(link, ends) is not null));

        void AddSpec(string name, PlannedLink[] members)
        {
            LinkSpec spec = Spec(topology.Prefix, name, members, groups.GetValueOrDefault(members[0].Group), ends);
            names.Claim(spec.Name, spec.Members.Select(member => member.Name), topology.Path, topology.Place, TopologyPlace.Advice);
            links.Add(spec);
        }
    }

    private static LinkSpec Spec(
        string prefix, string name, PlannedLink[] members, TopologyLinkGroup? group, Dictionary<string, PlannedDevice> ends)
    {
        PlannedLink first = members[0];
        LinkRow row = group?.Row ?? Plain;
        (LinkConditions forward, LinkConditions backward) = (row.Forward, row.Backward);
        if (DistanceOf(first, ends) is var (from, to))
        {
            Duration delay = DistanceChecker.DelayBetween(from, to, row.Values);
            forward = group is null || DistanceChecker.IsSilent(group.Mapping, LinkKeys.Forward) ? forward with { Delay = delay } : forward;
            backward = group is null || DistanceChecker.IsSilent(group.Mapping, LinkKeys.Backward) ? backward with { Delay = delay } : backward;
        }

        return new LinkSpec(
            name,
            [.. members.Select(link => new LinkMember(NameOf(link, prefix), prefix + link.First, prefix + link.Second))],
            Over(first.Forward, forward),
            Over(first.Backward, backward))
        {
            ForwardCost = first.Forward.Cost ?? row.ForwardCost,
            BackwardCost = first.Backward.Cost ?? row.BackwardCost,
        };
    }

    /// <summary>A link that is called by its ends still is when they have a prefix.</summary>
    private static string NameOf(PlannedLink link, string prefix)
    {
        string ends = $"{link.First}-{link.Second}";
        return link.Name == ends || link.Name!.StartsWith($"{ends}-", StringComparison.Ordinal)
            ? $"{prefix}{link.First}-{prefix}{link.Second}{link.Name[ends.Length..]}"
            : prefix + link.Name;
    }

    private static bool HasItsOwn(PlannedLink link, Dictionary<string, PlannedDevice> ends) =>
        link.Forward != PlannedConditions.None || link.Backward != PlannedConditions.None || DistanceOf(link, ends) is not null;

    /// <summary>The two places whose distance gives the delay; null where one is not known, or both are the same.</summary>
    private static (Links.Places.Place From, Links.Places.Place To)? DistanceOf(PlannedLink link, Dictionary<string, PlannedDevice> ends) =>
        ends[link.First].Place is { } from && ends[link.Second].Place is { } to && from != to ? (from, to) : null;

    private static LinkConditions Over(PlannedConditions own, LinkConditions conditions)
    {
        if (own == PlannedConditions.None)
            return conditions;

        return conditions with
        {
            Rate = own.Rate is not { } rate ? conditions.Rate : rate.IsUnlimited ? null : new BitRate(rate.BitsPerSecond),
            Delay = own.Delay is { } delay ? PresetConditions.Time(delay) : conditions.Delay,
            Jitter = own.Jitter is { } jitter ? PresetConditions.Time(jitter) : conditions.Jitter,
            Loss = own.Loss is { } loss ? PresetConditions.Share(loss) : conditions.Loss,
            Duplicate = own.Duplicate is { } duplicate ? PresetConditions.Share(duplicate) : conditions.Duplicate,
            Reorder = own.Reorder is { } reorder ? PresetConditions.Share(reorder) : conditions.Reorder,
            Corrupt = own.Corrupt is { } corrupt ? PresetConditions.Share(corrupt) : conditions.Corrupt,
            Mtu = own.Mtu is { } mtu ? new ByteSize(mtu) : conditions.Mtu,

            // What stands over a value gives way to the link's own.
            Details = [.. conditions.Details.Where(detail => !(
                (own.Rate is not null && detail.Condition == LinkKeys.Rate.Name)
                || ((own.Delay ?? own.Jitter) is not null && detail.Condition == LinkKeys.Delay.Name)
                || (own.Loss is not null && detail.Condition == LinkKeys.Loss.Name)
                || (own.Duplicate is not null && detail.Condition == LinkKeys.Duplicate.Name)
                || (own.Reorder is not null && detail.Condition == LinkKeys.Reorder.Name)
                || (own.Corrupt is not null && detail.Condition == LinkKeys.Corrupt.Name)))],
        };
    }

    private void CheckInflation(TopologyLinkGroup group, bool hasDistances)
    {
        if (group.Mapping.Find(LinkKeys.PathInflation.Name) is not { } entry)
            return;

        string path = ElementPath.Key(group.Path, entry.Key);
        if (!hasDistances)
            problems.Add(entry.Value.Place, path, "is about the distance between two places, but no two devices that these links join have them");
        else if (!DistanceChecker.IsSilent(group.Mapping, LinkKeys.Forward) && !DistanceChecker.IsSilent(group.Mapping, LinkKeys.Backward))
            problems.Add(entry.Value.Place, path, "changes nothing here: the links say their delay, so the distance is not asked for; leave one of the two out");
    }
}
