namespace Wavetank.Devices.Routing;

/// <summary>The first steps on the shortest paths from one place to every other (Dijkstra, 1959), by the cost of the interfaces that they leave by.</summary>
internal sealed class ShortestPaths
{
    private readonly FirstStep[]?[] _steps;
    private readonly long[] _distances;
    private readonly StepSets _sets = new();

    public ShortestPaths(NetworkMap map, Place from)
    {
        _steps = new FirstStep[]?[map.Count];
        _distances = new long[map.Count];
        Array.Fill(_distances, long.MaxValue);
        bool[] isDone = new bool[map.Count];

        // A segment comes before the devices at the same distance, to which it costs nothing, so that all equal paths are met in time.
        var front = new PriorityQueue<Place, (long Distance, bool IsDevice, int Index)>();
        _distances[from.Index] = 0;
        front.Enqueue(from, (0, from.Device is not null, from.Index));
        while (front.TryDequeue(out Place? place, out _))
        {
            if (isDone[place.Index] || (place != from && !place.Forwards))
            {
                continue;
            }

            isDone[place.Index] = true;
            foreach ((Place next, DeviceInterface item, long cost) in place.Neighbors)
            {
                long distance = _distances[place.Index] + cost;
                if (next == from || distance > _distances[next.Index] || isDone[next.Index])
                {
                    continue;
                }

                FirstStep[] steps = StepsTo(from, place, item);
                if (distance < _distances[next.Index])
                {
                    _distances[next.Index] = distance;
                    _steps[next.Index] = steps;
                    front.Enqueue(next, (distance, next.Device is not null, next.Index));
                }
                else
                {
                    _steps[next.Index] = _sets.Join(_steps[next.Index]!, steps);
                }
            }
        }
    }

    /// <summary>The first steps to a place, that of the link made first first; null if there is no way, or it is the beginning itself.</summary>
    /// <param name="index">The place's number.</param>
    public FirstStep[]? To(int index) => _steps[index];

    private FirstStep[] StepsTo(Place from, Place through, DeviceInterface item)
    {
        if (through == from)
        {
            return through.Segment is null ? _sets.Of(item, null) : _sets.Of(null, item);
        }

        FirstStep[] steps = _steps[through.Index]!;
        if (through.Segment is not { } segment || !steps.Any(step => step.Out?.Segment == segment))
        {
            return steps;
        }

        // On a segment that the beginning is part of, the next hop is whoever is met there first.
        FirstStep[]? met = null;
        foreach (FirstStep step in steps)
        {
            FirstStep[] one = step.Out?.Segment == segment ? _sets.Of(step.Out, item) : [step];
            met = met is null ? one : _sets.Join(met, one);
        }

        return met!;
    }
}
