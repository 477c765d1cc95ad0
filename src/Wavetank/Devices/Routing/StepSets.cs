namespace Wavetank.Devices.Routing;

/// <summary>The sets of first steps that paths from one beginning have: equal sets are one object, so that many places share few.</summary>
internal sealed class StepSets : IEqualityComparer<FirstStep[]>
{
    private readonly Dictionary<(DeviceInterface?, DeviceInterface?), FirstStep[]> _single = [];
    private readonly HashSet<FirstStep[]> _sets;
    private int _steps;

    public StepSets() => _sets = new(this);

    /// <summary>The set of one step.</summary>
    public FirstStep[] Of(DeviceInterface? way, DeviceInterface? gateway)
    {
        if (!_single.TryGetValue((way, gateway), out FirstStep[]? set))
        {
            _single.Add((way, gateway), set = [new FirstStep(way, gateway, _steps++)]);
            _sets.Add(set);
        }

        return set;
    }

    /// <summary>All steps of two sets, in their order.</summary>
    public FirstStep[] Join(FirstStep[] one, FirstStep[] other)
    {
        if (one == other)
        {
            return one;
        }

        FirstStep[] joined = [.. one.Union(other).OrderBy(step => step.Order)];
        if (_sets.TryGetValue(joined, out FirstStep[]? known))
        {
            return known;
        }

        _sets.Add(joined);
        return joined;
    }

    public bool Equals(FirstStep[]? x, FirstStep[]? y) => x is not null && y is not null && x.AsSpan().SequenceEqual(y);

    public int GetHashCode(FirstStep[] obj)
    {
        int hash = obj.Length;
        foreach (FirstStep step in obj)
        {
            hash = (hash * 31) + step.Order;
        }

        return hash;
    }
}
