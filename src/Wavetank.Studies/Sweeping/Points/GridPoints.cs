namespace Wavetank.Studies.Sweeping.Points;

/// <summary>Every value of each parameter with every value of the others.</summary>
internal static class GridPoints
{
    /// <summary>The points, as loops within loops would make them: the last parameter changes first.</summary>
    /// <exception cref="SweepException">There are too many.</exception>
    internal static IReadOnlyList<SweepPoint> Of(IReadOnlyList<SweepParameter> parameters)
    {
        long number = 1;
        foreach (SweepParameter parameter in parameters)
        {
            number *= parameter.Values.Count;
            if (number > Design.MostPoints)
                throw new SweepException($"the grid has more than {Design.MostPoints} points; take fewer values, or --latin-hypercube");
        }

        var points = new SweepPoint[number];
        int[] values = new int[parameters.Count];
        for (int id = 1; id <= points.Length; id++)
        {
            points[id - 1] = new SweepPoint(id, [.. values]);
            for (int i = values.Length - 1; i >= 0 && ++values[i] == parameters[i].Values.Count; i--)
                values[i] = 0;
        }

        return points;
    }
}
