using System.Globalization;
using Wavetank.Engine;

namespace Wavetank.Studies.Sweeping.Points;

/// <summary>
/// Points that fill a space evenly whatever their number: each range is cut into as many strata as there are points, and each stratum of
/// each range is used once (McKay, Beckman, Conover 1979).
/// </summary>
internal static class LatinHypercube
{
    /// <summary>Draws the points. The same arguments give the same points; a range that is added moves those of no other.</summary>
    /// <param name="number">How many points.</param>
    /// <param name="ranges">What is varied.</param>
    /// <param name="others">What is set the same at every point.</param>
    /// <param name="seed">Where chance comes from.</param>
    /// <exception cref="SweepException">A parameter is given twice, has several values, or too few for the points.</exception>
    internal static Design Draw(int number, IReadOnlyList<ParameterRange> ranges, IReadOnlyList<SweepParameter> others, ulong seed)
    {
        Design.RefuseTwice(ranges.Select(range => range.Path).Concat(others.Select(other => other.Path)));
        if (others.FirstOrDefault(other => other.Varies) is { } several)
            throw new SweepException($"--set {several.Path} has {several.Values.Count} values; with --latin-hypercube it takes one, and what varies is given by --range {several.Path}=LOW..HIGH");

        string[][] drawn = [.. ranges.Select(range => Draw(number, range, new RandomStream(seed, $"sweep/{range.Path}")))];
        SweepParameter[] varied = [.. ranges.Select((range, i) => new SweepParameter(range.Path, Rising(drawn[i])))];
        Dictionary<string, int>[] places = [.. varied.Select(parameter => parameter.Values.Index().ToDictionary(value => value.Item, value => value.Index))];
        SweepPoint[] points = [.. Enumerable.Range(0, number).Select(point => new SweepPoint(
            point + 1, [.. ranges.Select((_, i) => places[i][drawn[i][point]]), .. others.Select(_ => 0)]))];
        string[] description =
        [
            string.Create(CultureInfo.InvariantCulture, $"--latin-hypercube {number}"),
            string.Create(CultureInfo.InvariantCulture, $"--design-seed {seed}"),
            .. ranges.Select(range => $"--range {range}"),
            .. others.Select(other => $"--set {other.Path}={ValueList.Quote(other.Values[0])}"),
        ];
        return new Design(Design.HypercubeKind, description, [.. varied, .. others], points);
    }

    private static string[] Draw(int number, ParameterRange range, RandomStream stream)
    {
        // Fisher and Yates: each order of the strata is as likely as any other.
        int[] strata = [.. Enumerable.Range(0, number)];
        for (int i = number - 1; i > 0; i--)
        {
            int other = (int)stream.NextInt64(i + 1);
            (strata[i], strata[other]) = (strata[other], strata[i]);
        }

        return [.. strata.Select(stratum => StratumValue.Draw(range, stratum, number, stream.NextDouble()).ToString())];
    }

    private static string[] Rising(string[] values) => [.. values.Distinct(StringComparer.Ordinal).OrderBy(value => Quantity.TryParse(value, out Quantity quantity) ? quantity.Value : 0)];
}
