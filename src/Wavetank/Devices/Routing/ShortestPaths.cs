namespace Wavetank.Devices.Routing;

/// <summary>The first step on the shortest path from one place to every other (breadth-first search).</summary>
internal sealed class ShortestPaths
{
    private readonly FirstStep?[] _steps;

    public ShortestPaths(NetworkMap map, Place from)
    {
        _steps = new FirstStep?[map.Count];
        bool[] seen = new bool[map.Count];
        seen[from.Index] = true;
        var front = new Queue<Place>();
        front.Enqueue(from);
        while (front.TryDequeue(out Place? place))
        {
            if (place != from && !place.Forwards)
            {
                continue;
            }

            foreach ((Place next, DeviceInterface item) in place.Neighbors)
            {
                if (!seen[next.Index])
                {
                    seen[next.Index] = true;
                    _steps[next.Index] = StepTo(from, place, item);
                    front.Enqueue(next);
                }
            }
        }
    }

    /// <summary>The first step to a place; null if there is no way, or it is the beginning itself.</summary>
    /// <param name="index">The place's number.</param>
    public FirstStep? To(int index) => _steps[index];

    private FirstStep? StepTo(Place from, Place through, DeviceInterface item)
    {
        if (through == from)
        {
            return through.Segment is null ? new FirstStep(item, null) : new FirstStep(null, item);
        }

        // On a segment that the beginning is part of, the next hop is whoever is met there first.
        FirstStep? step = _steps[through.Index];
        return through.Segment is { } segment && step!.Out?.Segment == segment ? step with { Gateway = item } : step;
    }
}
