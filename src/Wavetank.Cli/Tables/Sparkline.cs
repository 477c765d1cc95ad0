using Wavetank.Recording.Series;

namespace Wavetank.Cli.Tables;

/// <summary>A curve as a line of blocks, each a part of the time.</summary>
internal static class Sparkline
{
    private const string Blocks = "▁▂▃▄▅▆▇█";

    /// <summary>A block for each value: a space for nothing, the highest for the greatest.</summary>
    internal static string Of(IReadOnlyList<double> values)
    {
        double most = values.Max();
        return string.Concat(values.Select(value => value <= 0 ? ' ' : Blocks[Math.Min(Blocks.Length - 1, (int)(value / most * Blocks.Length))]));
    }

    /// <summary>A series cut into equal parts of the time; of each part the sum, with its share of the bins that it cuts.</summary>
    /// <param name="series">The series.</param>
    /// <param name="value">What of a bin.</param>
    /// <param name="until">The end of the time, in nanoseconds.</param>
    /// <param name="parts">How many parts.</param>
    internal static double[] Sums(LinkSeries series, Func<LinkBin, double> value, long until, int parts)
    {
        double[] sums = new double[parts];
        double length = until / (double)parts;
        for (int i = 0; i < series.Count; i++)
        {
            double begin = i * (double)series.Width, end = Math.Min(begin + series.Width, until);
            for (int part = (int)(begin / length); part < parts && part * length < end; part++)
                sums[part] += value(series[i]) * (Math.Min(end, (part + 1) * length) - Math.Max(begin, part * length)) / (end - begin);
        }

        return sums;
    }
}
