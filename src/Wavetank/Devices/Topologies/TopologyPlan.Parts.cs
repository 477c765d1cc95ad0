namespace Wavetank.Devices.Topologies;

/// <content>What the shapes are put together from.</content>
public sealed partial class TopologyPlan
{
    private readonly Dictionary<string, int> _counts = [];

    private string[] AddRouters(string group, int count)
    {
        string[] names = new string[count];
        for (int i = 0; i < count; i++)
        {
            names[i] = AddNext(group, PlannedDeviceKind.Router);
        }

        return names;
    }

    private string AddNext(string group, PlannedDeviceKind kind)
    {
        int number = _counts[group] = _counts.GetValueOrDefault(group) + 1;
        string name = $"{group}-{number}";
        Add(new PlannedDevice(name, kind) { Group = group });
        return name;
    }

    /// <summary>Gives a router hosts of its own.</summary>
    private void AddHosts(string router, int count, string group = "host")
    {
        for (int i = 0; i < count; i++)
        {
            Join(AddNext(group, PlannedDeviceKind.Host), router, PlannedLink.AccessLinks);
        }
    }

    private void AddHostsToEach(IReadOnlyList<string> routers, int count)
    {
        foreach (string router in routers)
        {
            AddHosts(router, count);
        }
    }

    private void Join(string first, string second, string group = PlannedLink.CoreLinks) => Add(new PlannedLink(first, second, group));

    private static void Check(long count, long least, string name)
    {
        if (count < least || count > MaximumSize)
        {
            throw new ArgumentOutOfRangeException(name, count, $"It makes {count} devices or levels; {least} to {MaximumSize} can be.");
        }
    }
}
